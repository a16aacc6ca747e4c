package in.sangam.routes.flow;

import in.sangam.routes.error.ErrorTable;
import in.sangam.store.PageVault;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the bytes of unreadable answers go when their days are over: at start, and every hour by the wall clock. */
public final class VaultFlow extends RouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(VaultFlow.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final PageVault vault;
    private final Clock wallClock;

    public VaultFlow(PageVault vault, Clock wallClock) {
        this.vault = vault;
        this.wallClock = wallClock;
    }

    // spotless:off
    @Override
    public void configure() {
        from("timer:vault.expire?period=" + EVERY.toMillis())
            .routeId("vault.expire").routeConfigurationId(ErrorTable.TIMED)
            .process(exchange -> expire());
    }
    // spotless:on

    private void expire() {
        int gone = vault.expire(wallClock.instant());
        if (gone > 0) {
            LOG.info("The vault let {} unreadable pages go after {} days", gone, PageVault.RETENTION.toDays());
        }
    }
}
