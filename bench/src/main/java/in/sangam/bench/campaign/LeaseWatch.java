package in.sangam.bench.campaign;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again who may poll which stream: nobody may take a lease over before it has run out. */
final class LeaseWatch implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private record Lease(String holder, long untilMillis) {}

    private final StoreView store;
    private final Map<String, Lease> leases = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Thread thread = new Thread(this::watch, "lease-watch");
    private volatile boolean closed;

    LeaseWatch(StoreView store) {
        this.store = store;
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!closed) {
            try (Connection connection = store.connect()) {
                while (!closed) {
                    look(connection);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (SQLException | IOException databaseIsAway) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private synchronized void look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select name, holder, (extract(epoch from until) * 1000)::bigint,
                               (extract(epoch from clock_timestamp()) * 1000)::bigint
                        from hub.lease
                        """)) {
            while (row.next()) {
                Lease now = new Lease(row.getString(2), row.getLong(3));
                Lease before = leases.put(row.getString(1), now);
                if (before != null && !before.holder().equals(now.holder()) && row.getLong(4) < before.untilMillis()) {
                    broken.add(row.getString(1) + " went from " + before.holder() + " to " + now.holder() + " "
                            + (before.untilMillis() - row.getLong(4)) + " ms before its lease ran out");
                }
            }
        }
    }

    /** Returns, in words, every lease that was taken from its holder. */
    synchronized List<String> broken() {
        return List.copyOf(broken);
    }

    /** Begins anew after a database was restored. */
    synchronized void forget() {
        leases.clear();
        broken.clear();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
