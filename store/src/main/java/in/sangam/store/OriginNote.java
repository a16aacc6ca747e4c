package in.sangam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SortedSet;

/**
 * Notes which measures a stream's records count in. Last in its transaction and in the order of the names, so that two pages that
 * note the same for the first time wait for each other and never in a circle.
 */
final class OriginNote {

    private static final String SQL =
            """
            insert into hub.measure_origin (portal, stream, measure)
            select ?, ?, m.measure from unnest(?::text[]) m (measure)
            where not exists (
              select from hub.measure_origin o where o.portal = ? and o.stream = ? and o.measure = m.measure)
            on conflict do nothing
            """;

    private OriginNote() {}

    static void write(Connection connection, String portal, String stream, SortedSet<String> measures)
            throws SQLException {
        if (measures.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, portal);
            statement.setString(2, stream);
            statement.setArray(3, connection.createArrayOf("text", measures.toArray()));
            statement.setString(4, portal);
            statement.setString(5, stream);
            statement.executeUpdate();
        }
    }
}
