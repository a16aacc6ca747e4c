package in.sangam.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a row of the record table back into the canonical record that was stored. */
final class StoredRecords {

    /** The columns that {@link #record} reads, and the contributions behind them. */
    static final String COLUMNS =
            "portal, stream, source_id, version_text, version_order, kind, type, place, fields, attributes, contributions";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> MEMBERS = new TypeReference<>() {};

    private StoredRecords() {}

    static CanonicalRecord record(ResultSet row) throws SQLException {
        return new CanonicalRecord(
                new RecordKey(row.getString(1), row.getString(2), row.getString(3)),
                new Version(row.getString(4), row.getLong(5)),
                Kind.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                members(row.getString(9)),
                members(row.getString(10)));
    }

    static String contributions(ResultSet row) throws SQLException {
        return row.getString(11);
    }

    private static SortedMap<String, String> members(String json) {
        try {
            return JSON.readValue(json, MEMBERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored record has fields that are not a JSON object of texts", e);
        }
    }
}
