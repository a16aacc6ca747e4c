package in.sangam.store;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.measure.UncountableRecord;
import in.sangam.core.page.PageHead;
import in.sangam.core.page.Rejection;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rejection of a record that was valid so far but cannot be stored. The masked row is the canonical record. */
final class RefusedRecord {

    private RefusedRecord() {}

    static Rejection byTheDatabase(Row row, SQLException e) {
        return rejection(
                row.position(),
                row.record(),
                "PostgreSQL refuses this record (SQLSTATE " + e.getSQLState()
                        + "): ask the portal to correct it at the source, or change the mapping to leave the value"
                        + " out");
    }

    static Rejection belowItsPredecessor(Row row, String day) {
        return rejection(
                row.position(),
                row.record(),
                "value",
                "This cumulative reading is below the one of " + day + ": ask the portal to correct one of the two");
    }

    static Rejection byTheMeasures(int position, CanonicalRecord record, RuntimeException e) {
        if (e instanceof UncountableRecord uncountable) {
            return rejection(
                    position,
                    record,
                    uncountable.field(),
                    uncountable.getMessage() + ": correct the mapping or the measure");
        }
        return rejection(
                position,
                record,
                "This record cannot be counted (" + e.getClass().getSimpleName()
                        + "): check its key, days and numbers, and the measures of type " + record.type());
    }

    private static Rejection rejection(int position, CanonicalRecord record, String message) {
        return rejection(position, record, "", message);
    }

    private static Rejection rejection(int position, CanonicalRecord record, String field, String message) {
        return new Rejection(
                position,
                record.key().sourceId(),
                field,
                Rejection.Reason.REFUSED_BY_STORE,
                message,
                List.of(),
                Row.asJson(record));
    }

    /** Reads a record back from its rejection; throws {@link IllegalArgumentException} when an edit has made it none. */
    static CanonicalRecord record(PageHead head, JsonNode row) {
        return new CanonicalRecord(
                new RecordKey(head.portal(), head.stream(), row.path("sourceId").asText()),
                Version.of(row.path("version").asText()),
                Kind.valueOf(row.path("kind").asText()),
                row.path("type").asText(),
                row.path("place").isTextual() ? row.path("place").textValue() : null,
                texts(row.path("fields")),
                texts(row.path("attributes")));
    }

    private static SortedMap<String, String> texts(JsonNode members) {
        SortedMap<String, String> texts = new TreeMap<>();
        members.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
