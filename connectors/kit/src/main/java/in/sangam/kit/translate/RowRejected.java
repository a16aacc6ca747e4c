package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.page.Rejection;
import in.sangam.core.page.Rejection.Reason;
import in.sangam.core.page.UnknownWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row that cannot become a record; the rest of its page goes on. Costs no stack trace: bad rows come in thousands. */
public final class RowRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String field;
    private final transient List<String> candidates;
    private final transient @Nullable UnknownWord unknown;

    RowRejected(Reason reason, String field, String message, List<String> candidates, @Nullable UnknownWord unknown) {
        super(message, null, false, false);
        this.reason = reason;
        this.field = field;
        this.candidates = List.copyOf(candidates);
        this.unknown = unknown;
    }

    RowRejected(Reason reason, String field, String message) {
        this(reason, field, message, List.of(), null);
    }

    /** Returns the countable code of what is wrong. */
    public Reason reason() {
        return reason;
    }

    /** Returns the field at fault, in the portal's words. */
    public String field() {
        return field;
    }

    /** Returns this as the rejection of a row of a page. */
    public Rejection at(int row, @Nullable String sourceId, JsonNode maskedRow) {
        return new Rejection(
                row, sourceId, field, reason, String.valueOf(getMessage()), candidates, maskedRow, unknown);
    }
}
