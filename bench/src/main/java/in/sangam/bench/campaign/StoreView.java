package in.sangam.bench.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A hub's database, looked at from outside the hub. Opens a connection for each look, since the database may be killed. */
final class StoreView {

    /** Where the database is: asked at each look, since an embedded one has another port after each start. */
    interface Place {
        Connection connect() throws SQLException, IOException;
    }

    /** What moves: completed polls by stream, rows taken ever, unfolded pages, deliveries that are not settled. */
    record Motion(Map<String, Long> polls, long taken, long unfolded, long pending) {}

    /** What went out by the change log: page ids by their number, and numbers of published values. */
    record Changes(Map<Long, String> pages, Set<Long> values) {}

    private final Place place;

    StoreView(Place place) {
        this.place = place;
    }

    /** The database in a hub's data folder. */
    static StoreView embedded(Path hubData) {
        return new StoreView(() -> {
            Path home = hubData.resolve("postgres");
            String port = Files.readAllLines(home.resolve("data/postmaster.pid"))
                    .get(3)
                    .strip();
            String password = Files.readString(home.resolve("postgres.secret")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/hub?connectTimeout=5&socketTimeout=60",
                    "sangam_owner",
                    password);
        });
    }

    Motion motion() throws SQLException, IOException {
        try (Connection connection = place.connect()) {
            Map<String, Long> polls = new HashMap<>();
            each(
                    connection,
                    "select portal || '.' || stream, polls from hub.stream_health",
                    row -> polls.put(row.getString(1), row.getLong(2)));
            long[] counts = new long[3];
            each(
                    connection,
                    """
                    select (select coalesce(sum(stored), 0) from hub.account_now),
                           (select count(*) from hub.measure_delta),
                           (select count(*) from hub.outbox where status not in ('acknowledged', 'refused'))
                    """,
                    row -> {
                        for (int i = 0; i < counts.length; i++) {
                            counts[i] = row.getLong(i + 1);
                        }
                    });
            return new Motion(polls, counts[0], counts[1], counts[2]);
        }
    }

    /** Returns the version of every record, as the number that orders. */
    Map<RecordKey, Long> versions() throws SQLException, IOException {
        Map<RecordKey, Long> versions = new HashMap<>();
        look(
                "select portal, stream, source_id, version_order from hub.record",
                row -> versions.put(key(row), row.getLong(4)));
        return versions;
    }

    /** Returns the rows that wait in quarantine for a person; a row without a key has the empty one. */
    Set<RecordKey> quarantined() throws SQLException, IOException {
        Set<RecordKey> keys = new HashSet<>();
        look(
                "select portal, stream, coalesce(source_id, '') from hub.quarantine where status = 'open'",
                row -> keys.add(key(row)));
        return keys;
    }

    /** Returns, in words, every account that does not balance or is not the sum of its pages. */
    List<String> unbalanced() throws SQLException, IOException {
        List<String> wrong = new ArrayList<>();
        look(
                """
                select a.portal, a.stream, a.received, a.became, p.received
                from (select portal, stream, sum(received) as received,
                             sum(stored + unchanged + superseded + quarantined) as became
                      from hub.account_now group by 1, 2) a
                full join (select portal, stream, sum(received) as received from hub.page
                           where received > 0 group by 1, 2) p using (portal, stream)
                where a.received is distinct from a.became or a.received is distinct from p.received
                """,
                row -> wrong.add(row.getString(1) + "." + row.getString(2) + " received " + row.getLong(3)
                        + ", of which " + row.getLong(4) + " became something; its pages hold " + row.getLong(5)));
        return wrong;
    }

    Changes changes() throws SQLException, IOException {
        Map<Long, String> pages = new HashMap<>();
        Set<Long> values = new HashSet<>();
        look(
                "select change_no, id from hub.page where change_no is not null",
                row -> pages.put(row.getLong(1), row.getString(2)));
        look("select change_no from hub.published_kpi", row -> values.add(row.getLong(1)));
        return new Changes(pages, values);
    }

    /** Returns the idempotency keys of all deliveries of KPI values, each with whether the portal has acknowledged it. */
    Map<String, Boolean> deliveries() throws SQLException, IOException {
        Map<String, Boolean> keys = new HashMap<>();
        look(
                "select delivery_id, status = 'acknowledged' from hub.outbox where sink like 'cm-dashboard.%'",
                row -> keys.put(row.getString(1), row.getBoolean(2)));
        return keys;
    }

    /** Runs a statement as the schema's owner. */
    void execute(String sql) throws SQLException, IOException {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns a connection of its own. */
    Connection connect() throws SQLException, IOException {
        return place.connect();
    }

    private void look(String query, Rows rows) throws SQLException, IOException {
        try (Connection connection = place.connect()) {
            each(connection, query, rows);
        }
    }

    private static void each(Connection connection, String query, Rows rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.next(row);
            }
        }
    }

    private static RecordKey key(ResultSet row) throws SQLException {
        return new RecordKey(row.getString(1), row.getString(2), row.getString(3));
    }

    private interface Rows {
        void next(ResultSet row) throws SQLException;
    }
}
