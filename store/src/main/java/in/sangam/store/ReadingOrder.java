package in.sangam.store;

import in.sangam.core.page.PageHead;
import in.sangam.core.page.Rejection;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cumulative reading holds all before it, so it cannot be below the one before: such a reading goes to quarantine. Only pages
 * that bring cumulative readings ask the database.
 */
final class ReadingOrder {

    /** The stored reading before each of the page's, from a record that the page does not bring anew; none for what is known. */
    private static final String BEFORE =
            """
            select u.position, before.day, before.value
            from unnest(?::int[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as u (position, source_id, version_order, hash, type, place, element, service, day)
            cross join lateral (
              select r.fields ->> 'day' as day, (r.fields ->> 'value')::numeric as value from hub.record r
              where r.place is not distinct from u.place and r.type = u.type and r.portal = ? and r.stream = ?
                and r.kind = 'READING' and r.fields ->> 'cumulative' = 'true'
                and r.fields ->> 'element' = u.element and coalesce(r.fields ->> 'service', '') = u.service
                and r.fields ->> 'day' < u.day and r.fields ->> 'value' is not null and r.source_id <> all (?)
              order by r.fields ->> 'day' desc limit 1
            ) before
            where not exists (
              select from hub.record known
              where known.portal = ? and known.stream = ? and known.source_id = u.source_id
                and (known.version_order > u.version_order
                     or known.version_order = u.version_order and known.content_hash = u.hash))
            """;

    private record Series(String type, @Nullable String place, String element, String service) {}

    private record Before(String day, BigDecimal value) {}

    private ReadingOrder() {}

    /** Takes readings below their predecessor out of the records and adds their rejections. */
    static List<FoldedRecord> check(
            Connection connection, PageHead head, List<FoldedRecord> records, List<Rejection> rejected)
            throws SQLException {
        List<FoldedRecord> readings = records.stream()
                .filter(each -> isCumulative(each.newest().record()))
                .toList();
        if (readings.isEmpty()) {
            return records;
        }
        Map<Integer, Before> stored = before(connection, head, readings);
        List<FoldedRecord> kept = new ArrayList<>(records);
        Map<Series, Before> inPage = new HashMap<>();
        for (FoldedRecord each : readings.stream()
                .sorted(Comparator.comparing(ReadingOrder::day))
                .toList()) {
            Row row = each.newest();
            Before before = later(stored.get(row.position()), inPage.get(series(row.record())));
            BigDecimal value =
                    new BigDecimal(Objects.requireNonNull(row.record().field("value")));
            if (before != null && before.day.compareTo(day(each)) < 0 && before.value.compareTo(value) > 0) {
                kept.remove(each);
                rejected.add(RefusedRecord.belowItsPredecessor(row, before.day));
            } else {
                inPage.put(series(row.record()), new Before(day(each), value));
            }
        }
        return kept;
    }

    private static @Nullable Before later(@Nullable Before one, @Nullable Before other) {
        return one == null || (other != null && other.day.compareTo(one.day) >= 0) ? other : one;
    }

    private static boolean isCumulative(CanonicalRecord record) {
        return record.kind() == Kind.READING
                && "true".equals(record.field("cumulative"))
                && record.field("value") != null
                && record.field("day") != null;
    }

    private static Series series(CanonicalRecord record) {
        return new Series(
                record.type(),
                record.place(),
                String.valueOf(record.field("element")),
                Objects.requireNonNullElse(record.field("service"), ""));
    }

    private static String day(FoldedRecord record) {
        return Objects.requireNonNull(record.newest().record().field("day"));
    }

    private static Map<Integer, Before> before(Connection connection, PageHead head, List<FoldedRecord> readings)
            throws SQLException {
        Map<Integer, Before> before = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(BEFORE)) {
            int next = 1;
            for (Function<Row, @Nullable Object> column : List.<Function<Row, @Nullable Object>>of(
                    Row::position,
                    Row::sourceId,
                    Row::order,
                    Row::hash,
                    row -> row.record().type(),
                    row -> row.record().place(),
                    row -> series(row.record()).element,
                    row -> series(row.record()).service,
                    row -> row.record().field("day"))) {
                statement.setArray(next++, column(connection, readings, column));
            }
            statement.setString(next++, head.portal());
            statement.setString(next++, head.stream());
            statement.setArray(next++, column(connection, readings, Row::sourceId));
            statement.setString(next++, head.portal());
            statement.setString(next, head.stream());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    before.put(row.getInt(1), new Before(row.getString(2), row.getBigDecimal(3)));
                }
            }
        }
        return before;
    }

    private static Array column(
            Connection connection, List<FoldedRecord> readings, Function<Row, @Nullable Object> column)
            throws SQLException {
        @Nullable String[] values = new String[readings.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = column.apply(readings.get(i).newest());
            values[i] = value == null ? null : value.toString();
        }
        return connection.createArrayOf("text", values);
    }
}
