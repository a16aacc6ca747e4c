package in.sangam.bench.campaign;

import in.sangam.bench.Await;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** What a database says no to although it is well. */
final class DatabaseFaults {

    private static final int NEWS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Hubs write the rows of a page in the order of their keys: the upper half is held first, then the lower wanted. */
    private static final String HOLD =
            """
            select source_id from hub.record where (portal, stream) = ('rtps', 'applications')
              and source_id %s (select percentile_disc(0.5) within group (order by source_id) from hub.record
                                where (portal, stream) = ('rtps', 'applications'))
            for update
            """;

    private static final String HUB_WAITS =
            """
            select exists (select from pg_stat_activity
                           where application_name = 'sangam' and wait_event_type = 'Lock' and query like 'insert into hub.record%')
            """;

    private DatabaseFaults() {}

    static List<Fault> rows() {
        return List.of(new Fault("deadlock with another writer", DatabaseFaults::deadlock));
    }

    private static void deadlock(Stage stage) throws Exception {
        long before = deadlocks(stage);
        for (int i = 0; i < 3 && deadlocks(stage) == before; i++) {
            try (Connection other = stage.store.connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                // The hub waits first and looks for a deadlock first: it is the hub that the database sends away.
                statement.execute("set local deadlock_timeout = '30s'");
                statement.execute("set local lock_timeout = '20s'");
                statement.execute(HOLD.formatted(">="));
                stage.news(NEWS);
                Await.until(PATIENCE, "a hub that waits for a row", () -> hubWaits(stage));
                statement.execute(HOLD.formatted("<"));
                other.rollback();
            }
        }
        if (deadlocks(stage) == before) {
            throw new Fault.NotReached("the database has seen no deadlock");
        }
    }

    private static boolean hubWaits(Stage stage) throws Exception {
        try (Connection look = stage.store.connect();
                Statement statement = look.createStatement();
                ResultSet row = statement.executeQuery(HUB_WAITS)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static long deadlocks(Stage stage) throws Exception {
        try (Connection look = stage.store.connect();
                Statement statement = look.createStatement()) {
            return count(statement);
        }
    }

    private static long count(Statement statement) throws SQLException {
        statement.execute("select pg_stat_force_next_flush()");
        try (ResultSet row =
                statement.executeQuery("select deadlocks from pg_stat_database where datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
