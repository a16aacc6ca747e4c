package in.sangam.core.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that is no valid record: what goes to quarantine.
 *
 * @param row position in the page, from 0
 * @param sourceId key of the record at the portal, null when the row has none
 * @param field the field at fault, in the portal's words where known
 * @param reason countable code
 * @param message one sentence: what is wrong and what to do; holds no personal value
 * @param candidates for an unmapped place or code: what it might be, best first; else empty
 * @param maskedRow the row as it left the edge
 * @param unknown the word that a person is asked about, null when the fault is another
 */
public record Rejection(
        int row,
        @Nullable String sourceId,
        String field,
        Reason reason,
        String message,
        List<String> candidates,
        JsonNode maskedRow,
        @Nullable UnknownWord unknown) {

    /** Makes a rejection that no word of the portal is the cause of. */
    public Rejection(
            int row,
            @Nullable String sourceId,
            String field,
            Reason reason,
            String message,
            List<String> candidates,
            JsonNode maskedRow) {
        this(row, sourceId, field, reason, message, candidates, maskedRow, null);
    }

    /** Why a row is in quarantine. */
    public enum Reason {
        MISSING_KEY,
        MISSING_FIELD,
        INVALID_VALUE,
        UNMAPPED_PLACE,
        UNMAPPED_CODE,
        UNKNOWN_FIELD,
        MAPPING_FAILED,
        REFUSED_BY_STORE
    }
}
