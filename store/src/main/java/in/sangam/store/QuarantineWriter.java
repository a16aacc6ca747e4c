package in.sangam.store;

import in.sangam.core.page.PageHead;
import in.sangam.core.page.Rejection;
import in.sangam.core.page.UnknownWord;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes rejected rows to quarantine. The same row with the same fault again counts up and opens again what was let go. */
final class QuarantineWriter {

    private static final String SQL =
            """
            insert into hub.quarantine as q (portal, stream, page_id, source_id, row_no, field, reason, message,
                                             candidates, masked_row, row_hash, unknown_table,
                                             unknown_word, unknown_within, count)
            select ?, ?, ?, source_id, row_no, field, reason, message, string_to_array(candidates, E'\\n'),
                   masked_row::json, row_hash, unknown_table, unknown_word, unknown_within, count
            from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::int[])
              as u (source_id, row_no, field, reason, message, candidates, masked_row, row_hash, unknown_table,
                    unknown_word, unknown_within, count)
            on conflict (portal, stream, row_hash, reason, field) do update set
              count = q.count + excluded.count, last_seen = clock_timestamp(), page_id = excluded.page_id,
              row_no = excluded.row_no, message = excluded.message, candidates = excluded.candidates,
              unknown_table = excluded.unknown_table, unknown_word = excluded.unknown_word,
              unknown_within = excluded.unknown_within,
              status = case q.status when 'released' then 'open' else q.status end
            """;
    private static final int LONGEST_FIELD = 200;

    private record Entry(Rejection rejection, String row, String hash, int count) {
        Entry again(Entry other) {
            return new Entry(other.rejection, other.row, other.hash, count + other.count);
        }
    }

    private QuarantineWriter() {}

    static void write(Connection connection, PageHead head, List<Rejection> rejections) throws SQLException {
        Map<String, Entry> entries = new TreeMap<>();
        for (Rejection rejection : rejections) {
            String row = rejection.maskedRow().toString();
            String hash = hash(row);
            entries.merge(
                    hash + rejection.reason() + field(rejection), new Entry(rejection, row, hash, 1), Entry::again);
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            bind(statement, head, entries.values());
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, PageHead head, Collection<Entry> entries)
            throws SQLException {
        int size = entries.size();
        @Nullable String[][] texts = new String[10][size];
        Integer[] rows = new Integer[size];
        Integer[] counts = new Integer[size];
        int i = 0;
        for (Entry entry : entries) {
            Rejection rejection = entry.rejection();
            String sourceId = rejection.sourceId();
            texts[0][i] = sourceId == null ? null : storable(sourceId);
            texts[1][i] = field(rejection);
            texts[2][i] = rejection.reason().name();
            texts[3][i] = storable(rejection.message());
            texts[4][i] = storable(String.join("\n", rejection.candidates()));
            texts[5][i] = entry.row();
            texts[6][i] = entry.hash();
            UnknownWord unknown = rejection.unknown();
            if (unknown != null) {
                texts[7][i] = storable(unknown.table());
                texts[8][i] = storable(unknown.word());
                texts[9][i] = unknown.within();
            }
            rows[i] = rejection.row();
            counts[i++] = entry.count();
        }
        Connection connection = statement.getConnection();
        statement.setString(1, head.portal());
        statement.setString(2, head.stream());
        statement.setString(3, head.id());
        statement.setArray(4, connection.createArrayOf("text", texts[0]));
        statement.setArray(5, connection.createArrayOf("int4", rows));
        for (int column = 1; column < texts.length; column++) {
            statement.setArray(5 + column, connection.createArrayOf("text", texts[column]));
        }
        statement.setArray(15, connection.createArrayOf("int4", counts));
    }

    private static String field(Rejection rejection) {
        String field = storable(rejection.field());
        return field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD);
    }

    /** A text column takes no NUL character, and a row that holds one must reach quarantine all the same. */
    private static String storable(String text) {
        return text.indexOf(0) < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private static String hash(String row) {
        return HexFormat.of().formatHex(Row.sha256().digest(row.getBytes(StandardCharsets.UTF_8)));
    }
}
