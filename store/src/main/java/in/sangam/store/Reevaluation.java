package in.sangam.store;

import in.sangam.core.measure.Measures;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.RecordKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives stored records what changed measures, or changed dates of open cases, say: in short transactions and in the order of
 * the keys. What a record had in the measures is taken out, what it has now goes in.
 */
final class Reevaluation {

    private static final int RECORDS_AT_ONCE = 500;

    private static final String NEXT = "select " + StoredRecords.COLUMNS
            + " from hub.record where (portal, stream, source_id) > (?, ?, ?) %s"
            + " order by portal, stream, source_id limit " + RECORDS_AT_ONCE + " for update";

    private static final String OPEN_CASES = "and kind = 'CASE' and fields ->> 'status' = 'pending'";

    private static final String REPLACE =
            """
            update hub.record r set contributions = u.contributions, content_hash = u.content_hash,
              fields = u.fields::jsonb, attributes = u.attributes::jsonb,
              changed_at = now(), revision = r.revision + 1
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as u (portal, stream, source_id, contributions, content_hash, fields, attributes)
            where r.portal = u.portal and r.stream = u.stream and r.source_id = u.source_id
            """;

    private record Batch(@Nullable CanonicalRecord last, int changed) {}

    private final InTransaction transaction;

    Reevaluation(DataSource database) {
        this.transaction = new InTransaction(database, "Records could not be evaluated anew");
    }

    /** Evaluates all records by these measures; returns how many got other contributions. */
    int run(Measures measures) {
        return run(NEXT.formatted(""), record -> record, measures);
    }

    /** Dates open cases anew; returns how many got another due date or rule. */
    int run(UnaryOperator<CanonicalRecord> dated, Measures measures) {
        return run(NEXT.formatted(OPEN_CASES), dated, measures);
    }

    private int run(String next, UnaryOperator<CanonicalRecord> dated, Measures measures) {
        int changed = 0;
        Batch batch = new Batch(null, 0);
        do {
            CanonicalRecord after = batch.last();
            batch = transaction.run(connection -> batch(connection, next, after, dated, measures));
            changed += batch.changed();
        } while (batch.last() != null);
        return changed;
    }

    private static Batch batch(
            Connection connection,
            String next,
            @Nullable CanonicalRecord after,
            UnaryOperator<CanonicalRecord> dated,
            Measures measures)
            throws SQLException {
        Deltas deltas = new Deltas();
        List<Row> changed = new ArrayList<>();
        CanonicalRecord last = null;
        try (PreparedStatement statement = connection.prepareStatement(next)) {
            statement.setString(1, after == null ? "" : after.key().portal());
            statement.setString(2, after == null ? "" : after.key().stream());
            statement.setString(3, after == null ? "" : after.key().sourceId());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    last = StoredRecords.record(row);
                    CanonicalRecord fresh = dated.apply(last);
                    Row now = Row.of(0, fresh, measures);
                    String before = StoredRecords.contributions(row);
                    if (!now.contributions().equals(before) || !fresh.equals(last)) {
                        deltas.replace(before, now.contributions());
                        changed.add(now);
                    }
                }
            }
        }
        if (!changed.isEmpty()) {
            replace(connection, changed);
            RecountEntry.write(connection, deltas);
            noteOrigins(connection, changed);
        }
        return new Batch(last, changed.size());
    }

    /** The rows come stream after stream. */
    private static void noteOrigins(Connection connection, List<Row> changed) throws SQLException {
        Map<List<String>, SortedSet<String>> measures = new LinkedHashMap<>();
        for (Row row : changed) {
            RecordKey key = row.record().key();
            SortedSet<String> ofStream =
                    measures.computeIfAbsent(List.of(key.portal(), key.stream()), stream -> new TreeSet<>());
            ContributionCodec.decode(row.contributions()).forEach(each -> ofStream.add(each.measure()));
        }
        for (Map.Entry<List<String>, SortedSet<String>> each : measures.entrySet()) {
            OriginNote.write(connection, each.getKey().get(0), each.getKey().get(1), each.getValue());
        }
    }

    private static void replace(Connection connection, List<Row> changed) throws SQLException {
        String[][] columns = new String[7][changed.size()];
        for (int i = 0; i < changed.size(); i++) {
            Row row = changed.get(i);
            columns[0][i] = row.record().key().portal();
            columns[1][i] = row.record().key().stream();
            columns[2][i] = row.sourceId();
            columns[3][i] = row.contributions();
            columns[4][i] = row.hash();
            columns[5][i] = row.fields();
            columns[6][i] = row.attributes();
        }
        try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
            for (int column = 0; column < columns.length; column++) {
                statement.setArray(1 + column, connection.createArrayOf("text", columns[column]));
            }
            statement.executeUpdate();
        }
    }
}
