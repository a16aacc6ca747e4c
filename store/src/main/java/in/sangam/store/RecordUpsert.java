package in.sangam.store;

import in.sangam.core.page.PageHead;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes folded records in one statement: what is new or newer goes in, and what was there before comes back. */
final class RecordUpsert {

    /** When a row may replace the stored one: newer, or the same version with other content that was fetched later. */
    static final String GUARD =
            """
            r.version_order < excluded.version_order
               or r.version_order = excluded.version_order and r.content_hash <> excluded.content_hash
                  and (r.fetched_at, r.page_id) < (excluded.fetched_at, excluded.page_id)
            """;

    static final String SQL =
            """
            insert into hub.record as r (portal, stream, page_id, connector_hash, fetched_at,
              source_id, version_order, version_text, kind, type, place, fields, attributes, contributions,
              content_hash, history)
            select ?, ?, ?, ?, ?,
              source_id, version_order, version_text, kind, type, place, fields::jsonb, attributes::jsonb,
              contributions, content_hash, history
            from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[])
              as u (source_id, version_order, version_text, kind, type, place, fields, attributes, contributions,
                    content_hash, history)
            on conflict (portal, stream, source_id) do update set
              page_id = excluded.page_id, connector_hash = excluded.connector_hash, fetched_at = excluded.fetched_at,
              version_order = excluded.version_order, version_text = excluded.version_text, kind = excluded.kind,
              type = excluded.type, place = excluded.place, fields = excluded.fields,
              attributes = excluded.attributes, contributions = excluded.contributions,
              content_hash = excluded.content_hash, changed_at = now(), revision = r.revision + 1,
              history = case when position(chr(10) in excluded.history) = 0
                               then r.history || chr(10) || excluded.history
                             else hub.merged_history(r.history, excluded.history) end
            where %s
            returning new.source_id, old.version_order, old.contributions
            """
                    .formatted(GUARD);

    /** What a written record replaced; both null when it is new. */
    record Replaced(@Nullable Long versionOrder, @Nullable String contributions) {}

    private final String sql;

    RecordUpsert(String sql) {
        this.sql = sql;
    }

    /** Writes records, which are in the order of their keys, and returns by source id those that were taken. */
    Map<String, Replaced> write(Connection connection, PageHead head, List<FoldedRecord> records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, head.portal());
            statement.setString(2, head.stream());
            statement.setString(3, head.id());
            statement.setString(4, head.connectorHash());
            statement.setObject(5, OffsetDateTime.ofInstant(head.fetchedAt(), ZoneOffset.UTC));
            statement.setArray(6, texts(connection, records, Row::sourceId));
            statement.setArray(7, orders(connection, records));
            statement.setArray(
                    8, texts(connection, records, row -> row.record().version().text()));
            statement.setArray(
                    9, texts(connection, records, row -> row.record().kind().name()));
            statement.setArray(
                    10, texts(connection, records, row -> row.record().type()));
            statement.setArray(
                    11, texts(connection, records, row -> row.record().place()));
            statement.setArray(12, texts(connection, records, Row::fields));
            statement.setArray(13, texts(connection, records, Row::attributes));
            statement.setArray(14, texts(connection, records, Row::contributions));
            statement.setArray(15, texts(connection, records, Row::hash));
            statement.setArray(16, histories(connection, head, records));
            return taken(statement, records.size());
        }
    }

    private static Map<String, Replaced> taken(PreparedStatement statement, int most) throws SQLException {
        Map<String, Replaced> taken = new HashMap<>(most * 2);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long order = row.getLong(2);
                taken.put(row.getString(1), new Replaced(row.wasNull() ? null : order, row.getString(3)));
            }
        }
        return taken;
    }

    private static Array texts(
            Connection connection, List<FoldedRecord> records, Function<Row, @Nullable String> column)
            throws SQLException {
        @Nullable String[] values = new String[records.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(records.get(i).newest());
        }
        return connection.createArrayOf("text", values);
    }

    private static Array orders(Connection connection, List<FoldedRecord> records) throws SQLException {
        Long[] values = new Long[records.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = records.get(i).newest().order();
        }
        return connection.createArrayOf("int8", values);
    }

    private static Array histories(Connection connection, PageHead head, List<FoldedRecord> records)
            throws SQLException {
        String[] values = new String[records.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = records.get(i).history(head.id());
        }
        return connection.createArrayOf("text", values);
    }
}
