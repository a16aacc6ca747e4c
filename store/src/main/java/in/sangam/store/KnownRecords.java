package in.sangam.store;

import in.sangam.core.page.PageHead;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Judges the records that the guard kept out, and keeps the versions that came late in the history of their records. */
final class KnownRecords {

    private static final String LOOK_UP =
            """
            select source_id, version_order, content_hash from hub.record
            where portal = ? and stream = ? and source_id = any (?)
            """;

    /** The ids are given twice: by a join alone PostgreSQL would read the whole stream, however few there are. */
    private static final String KEEP_LATE_VERSIONS =
            """
            update hub.record r set history = hub.merged_history(r.history, late.history)
            from unnest(?::text[], ?::text[]) as late (source_id, history)
            where r.portal = ? and r.stream = ? and r.source_id = any (?) and r.source_id = late.source_id
              and hub.merged_history(r.history, late.history) <> r.history
            """;

    private record Known(long order, String hash) {}

    private KnownRecords() {}

    /** Returns how many of the records that were kept out say exactly what is stored; the others are older. */
    static int unchanged(Connection connection, PageHead head, List<FoldedRecord> keptOut) throws SQLException {
        Map<String, Known> known = lookUp(connection, head, keptOut);
        List<FoldedRecord> late = new ArrayList<>();
        int unchanged = 0;
        for (FoldedRecord each : keptOut) {
            Row row = each.newest();
            Known stored = Objects.requireNonNull(known.get(row.sourceId()));
            boolean same = stored.order() == row.order() && stored.hash().equals(row.hash());
            unchanged += same ? 1 : 0;
            if (!same || each.others().size() > each.repeats()) {
                late.add(each);
            }
        }
        if (!late.isEmpty()) {
            keep(connection, head, late);
        }
        return unchanged;
    }

    private static Map<String, Known> lookUp(Connection connection, PageHead head, List<FoldedRecord> records)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK_UP)) {
            statement.setString(1, head.portal());
            statement.setString(2, head.stream());
            statement.setArray(3, connection.createArrayOf("text", sourceIds(records)));
            Map<String, Known> known = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.put(row.getString(1), new Known(row.getLong(2), row.getString(3)));
                }
            }
            return known;
        }
    }

    private static void keep(Connection connection, PageHead head, List<FoldedRecord> late) throws SQLException {
        String[] histories = late.stream().map(each -> each.history(head.id())).toArray(String[]::new);
        Array sourceIds = connection.createArrayOf("text", sourceIds(late));
        try (PreparedStatement statement = connection.prepareStatement(KEEP_LATE_VERSIONS)) {
            statement.setArray(1, sourceIds);
            statement.setArray(2, connection.createArrayOf("text", histories));
            statement.setString(3, head.portal());
            statement.setString(4, head.stream());
            statement.setArray(5, sourceIds);
            statement.executeUpdate();
        }
    }

    private static String[] sourceIds(List<FoldedRecord> records) {
        return records.stream().map(each -> each.newest().sourceId()).toArray(String[]::new);
    }
}
