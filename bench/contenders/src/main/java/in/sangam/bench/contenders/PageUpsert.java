package in.sangam.bench.contenders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.core.measure.Contribution;
import in.sangam.core.record.CanonicalRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes a page in one transaction — records under a version guard, one row of deltas, the page's id — and folds the deltas. */
final class PageUpsert {

    private static final String UPSERT =
            """
            insert into record as r (page_id, source_id, version, version_text, status, place, service, mode, channel,
              registered, complete, disposed, due, portal_due, contributions)
            select ?, u.source_id, u.version, u.version_text, u.status, u.place, u.service, u.mode, u.channel,
              u.registered, u.complete, u.disposed, u.due::date, u.portal_due, u.contributions
            from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as u (source_id, version, version_text, status, place, service, mode, channel, registered, complete,
                    disposed, due, portal_due, contributions)
            on conflict (source_id) do update set
              page_id = excluded.page_id, version = excluded.version, version_text = excluded.version_text,
              status = excluded.status, place = excluded.place, service = excluded.service, mode = excluded.mode,
              channel = excluded.channel, registered = excluded.registered, complete = excluded.complete,
              disposed = excluded.disposed, due = excluded.due, portal_due = excluded.portal_due,
              contributions = excluded.contributions
            where r.version < excluded.version
            returning new.source_id, old.contributions
            """;
    private static final String PAGE =
            """
            with fresh as (insert into page (id, received) values (?, ?) returning id)
            insert into delta (measures, subjects, services, days, amounts)
            select ?::text[], ?::text[], ?::text[], ?::text[]::date[], ?::text[]::numeric[] from fresh
            """;
    private static final String FOLD =
            """
            with taken as materialized (
              delete from delta where id in (select id from delta order by id limit 2000)
              returning measures, subjects, services, days, amounts
            ), sums as (
              select u.measure, u.subject, u.service, u.day, sum(u.amount) as amount
              from taken t cross join lateral unnest(t.measures, t.subjects, t.services, t.days, t.amounts)
                as u (measure, subject, service, day, amount)
              group by u.measure, u.subject, u.service, u.day having sum(u.amount) <> 0
              order by u.measure, u.subject, u.service, u.day
            )
            insert into measure as m select * from sums
            on conflict (measure, subject, service, day) do update set amount = m.amount + excluded.amount
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;
    private final CaseRows cases;

    PageUpsert(DataSource database, CaseRows cases) {
        this.database = database;
        this.cases = cases;
    }

    void write(String id, byte[] page) throws IOException, SQLException {
        JsonNode rows = JSON.readTree(page).get("data");
        SortedMap<String, CanonicalRecord> newest = new TreeMap<>();
        for (JsonNode row : rows) {
            CanonicalRecord record = cases.record(row);
            newest.merge(record.key().sourceId(), record, (a, b) -> a.version().compareTo(b.version()) > 0 ? a : b);
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (isKnown(connection, id)) {
                connection.rollback();
                return;
            }
            Map<Cell, BigDecimal> deltas = upsert(connection, id, newest);
            entry(connection, id, rows.size(), deltas);
            connection.commit();
        }
    }

    private record Cell(String measure, String subject, String service, String day) {}

    private Map<Cell, BigDecimal> upsert(Connection connection, String id, SortedMap<String, CanonicalRecord> newest)
            throws SQLException {
        int size = newest.size();
        @Nullable Object[][] columns = new Object[14][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = column == 1 ? new Long[size] : new String[size];
        }
        Map<String, String> contributions = new HashMap<>();
        int i = 0;
        for (CanonicalRecord each : newest.values()) {
            String text = text(cases.contributions(each));
            contributions.put(each.key().sourceId(), text);
            columns[0][i] = each.key().sourceId();
            columns[1][i] = each.version().order();
            columns[2][i] = each.version().text();
            columns[3][i] = each.field("status");
            columns[4][i] = each.place();
            columns[5][i] = each.field("service");
            columns[6][i] = each.field("mode");
            columns[7][i] = each.field("channel");
            columns[8][i] = each.field("registered");
            columns[9][i] = each.field("complete");
            columns[10][i] = each.field("disposed");
            columns[11][i] = each.field("due");
            columns[12][i] = each.field("portalDue");
            columns[13][i++] = text;
        }
        Map<Cell, BigDecimal> deltas = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            statement.setString(1, id);
            for (int column = 0; column < columns.length; column++) {
                statement.setArray(
                        2 + column, connection.createArrayOf(column == 1 ? "int8" : "text", columns[column]));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String fresh = contributions.getOrDefault(row.getString(1), "");
                    String old = row.getString(2) == null ? "" : row.getString(2);
                    if (!fresh.equals(old)) {
                        add(deltas, fresh, BigDecimal.ONE);
                        add(deltas, old, BigDecimal.ONE.negate());
                    }
                }
            }
        }
        return deltas;
    }

    private static String text(List<Contribution> contributions) {
        return contributions.stream()
                .map(each -> each.measure()
                        + '\t'
                        + each.subject()
                        + '\t'
                        + each.service()
                        + '\t'
                        + each.day()
                        + '\t'
                        + each.amount())
                .collect(Collectors.joining("\n"));
    }

    private static void add(Map<Cell, BigDecimal> deltas, String contributions, BigDecimal sign) {
        if (contributions.isEmpty()) {
            return;
        }
        for (String line : contributions.split("\n")) {
            String[] parts = line.split("\t");
            deltas.merge(
                    new Cell(parts[0], parts[1], parts[2], parts[3]),
                    new BigDecimal(parts[4]).multiply(sign),
                    BigDecimal::add);
        }
    }

    private static boolean isKnown(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select from page where id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void entry(Connection connection, String id, int received, Map<Cell, BigDecimal> deltas)
            throws SQLException {
        deltas.values().removeIf(amount -> amount.signum() == 0);
        String[][] columns = new String[5][deltas.size()];
        int i = 0;
        for (Map.Entry<Cell, BigDecimal> each : deltas.entrySet()) {
            columns[0][i] = each.getKey().measure();
            columns[1][i] = each.getKey().subject();
            columns[2][i] = each.getKey().service();
            columns[3][i] = each.getKey().day();
            columns[4][i++] = each.getValue().toPlainString();
        }
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, id);
            statement.setInt(2, received);
            for (int column = 0; column < columns.length; column++) {
                statement.setArray(3 + column, connection.createArrayOf("text", columns[column]));
            }
            statement.executeUpdate();
        }
    }

    void fold() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FOLD);
        }
    }
}
