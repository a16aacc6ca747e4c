package in.sangam.store.read;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds back what is made once and never changed while records are just arriving: until a minute is quiet, six hours at most. */
public final class Arrivals {

    private static final int QUIET_SECONDS = 60;
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final String ALL = "";

    private final JdbcClient client;
    private final Map<String, Long> waitingSince = new HashMap<>();

    public Arrivals(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /**
     * Returns whether to wait a little longer; to be asked when there is something to make, and false ends that wait.
     *
     * @param portal whose records are to rest; null for those of all portals
     */
    public synchronized boolean isWaiting(@Nullable String portal) {
        String whose = portal == null ? ALL : portal;
        long now = System.nanoTime();
        boolean waiting =
                isArriving(portal) && now - waitingSince.computeIfAbsent(whose, each -> now) < LONGEST_WAIT.toNanos();
        if (!waiting) {
            waitingSince.remove(whose);
        }
        return waiting;
    }

    private boolean isArriving(@Nullable String portal) {
        return client.sql(
                        """
                        select exists (select from hub.page where stored > 0
                          and stored_at > clock_timestamp() - :seconds * interval '1 second'
                          and (:portal::text is null or portal = :portal))
                        """)
                .param("seconds", QUIET_SECONDS)
                .param("portal", portal)
                .query(Boolean.class)
                .single();
    }
}
