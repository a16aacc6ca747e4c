package in.sangam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A difference that a statement holds; what a side does not name is empty. */
public record FoundDifference(
        String stream, String place, String service, String measure, long counted, @Nullable Long reported) {

    private static final String FOUND =
            """
            unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
              as f (stream, place, service, measure, counted, reported)
            """;

    private static final String OPEN =
            """
            insert into hub.difference as d (portal, day, stream, place, service, measure, counted, reported, owner)
            select ?, ?, f.*, ? from %s
            where not exists (select from hub.difference c where c.portal = ? and c.day = ? and c.state = 'closed'
              and c.stream = f.stream and c.place = f.place and c.service = f.service and c.measure = f.measure
              and c.counted = f.counted and c.reported is not distinct from f.reported)
            on conflict (portal, day, stream, place, service, measure) where state = 'open'
              do update set counted = excluded.counted, reported = excluded.reported, seen_at = clock_timestamp()
            """
                    .formatted(FOUND);

    private static final String SETTLE =
            """
            update hub.difference d set state = 'settled', ended_by = 'hub', ended_at = clock_timestamp(),
              reason = 'both sides are the same in statement version ' || ?
            where d.portal = ? and d.day = ? and d.state = 'open'
              and not exists (select from %s where f.stream = d.stream and f.place = d.place and f.service = d.service
                and f.measure = d.measure)
            """
                    .formatted(FOUND);

    /** Opens what is new, notes what still is, settles what is no more; in the caller's transaction. */
    static void bring(
            Connection connection, String portal, LocalDate day, int version, List<FoundDifference> found, String owner)
            throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(OPEN);
                PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            open.setString(1, portal);
            open.setObject(2, day);
            open.setString(3, owner);
            put(open, 4, found);
            open.setString(10, portal);
            open.setObject(11, day);
            open.executeUpdate();
            settle.setString(1, String.valueOf(version));
            settle.setString(2, portal);
            settle.setObject(3, day);
            put(settle, 4, found);
            settle.executeUpdate();
        }
    }

    private static void put(PreparedStatement statement, int first, List<FoundDifference> found) throws SQLException {
        put(statement, first, "text", found, FoundDifference::stream);
        put(statement, first + 1, "text", found, FoundDifference::place);
        put(statement, first + 2, "text", found, FoundDifference::service);
        put(statement, first + 3, "text", found, FoundDifference::measure);
        put(statement, first + 4, "bigint", found, FoundDifference::counted);
        put(statement, first + 5, "bigint", found, FoundDifference::reported);
    }

    private static void put(
            PreparedStatement statement,
            int column,
            String type,
            List<FoundDifference> found,
            Function<FoundDifference, @Nullable Object> value)
            throws SQLException {
        Object[] values = found.stream().map(value).toArray();
        statement.setArray(column, statement.getConnection().createArrayOf(type, values));
    }
}
