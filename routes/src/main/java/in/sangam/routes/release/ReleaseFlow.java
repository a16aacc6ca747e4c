package in.sangam.routes.release;

import in.sangam.routes.error.ErrorTable;
import in.sangam.store.Releases;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.builder.RouteBuilder;

/** Sends what persons have let go out of quarantine through the same queues as every page. */
public final class ReleaseFlow extends RouteBuilder {

    private static final int LOOK_EVERY_MS = 250;

    private final SendReleased send;

    public ReleaseFlow(Releases releases, ConnectionFactory broker) {
        this.send = new SendReleased(releases, broker);
    }

    // spotless:off
    @Override
    public void configure() {
        from("timer:quarantine.release?period=" + LOOK_EVERY_MS)
            .routeId("quarantine.release").routeConfigurationId(ErrorTable.TIMED)
            .process(send);
    }
    // spotless:on
}
