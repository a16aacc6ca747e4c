package in.sangam.store;

import in.sangam.core.page.PageHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The page's own row with its one row of deltas. Two writers of one page meet here: the second one writes nothing. */
final class PageEntry {

    private static final String SQL =
            """
            with page as (
              insert into hub.page (id, portal, stream, source_hash, cursor_from, cursor_to, fetched_at,
                                    connector_hash, received, stored, corrected, unchanged, superseded, quarantined)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              on conflict (id) do nothing returning id)
            insert into hub.measure_delta (page_id, measures, subjects, services, days, amounts)
            select id, ?::text[], ?::text[], ?::text[], ?::text[]::date[], ?::text[]::numeric[] from page
            """;

    private PageEntry() {}

    /** Returns false when the page is there already. */
    static boolean write(Connection connection, PageHead head, PageOutcome outcome, Deltas deltas) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, head.id());
            statement.setString(2, head.portal());
            statement.setString(3, head.stream());
            statement.setString(4, head.sourceHash());
            statement.setString(5, head.cursorFrom());
            statement.setString(6, head.cursorTo());
            statement.setObject(7, OffsetDateTime.ofInstant(head.fetchedAt(), ZoneOffset.UTC));
            statement.setString(8, head.connectorHash());
            statement.setInt(9, outcome.received());
            statement.setInt(10, outcome.stored());
            statement.setInt(11, outcome.corrected());
            statement.setInt(12, outcome.unchanged());
            statement.setInt(13, outcome.superseded());
            statement.setInt(14, outcome.quarantined());
            deltas.bind(statement, 15);
            return statement.executeUpdate() == 1;
        }
    }
}
