package in.sangam.core.record;

import in.sangam.core.page.Rejection.Reason;
import in.sangam.core.page.UnknownWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a draft is no record; ends the assembly at the first fault. Carries no stack trace: bad rows may be many. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final Reason reason;
    private final transient List<String> candidates;
    private final transient @Nullable UnknownWord unknown;

    Refusal(String field, Reason reason, String message) {
        this(field, reason, message, List.of());
    }

    Refusal(String field, Reason reason, String message, List<String> candidates) {
        this(field, reason, message, candidates, null);
    }

    Refusal(String field, Reason reason, String message, List<String> candidates, @Nullable UnknownWord unknown) {
        super(message, null, false, false);
        this.field = field;
        this.reason = reason;
        this.candidates = candidates;
        this.unknown = unknown;
    }

    @Nullable
    UnknownWord unknown() {
        return unknown;
    }

    String field() {
        return field;
    }

    Reason reason() {
        return reason;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    List<String> candidates() {
        return candidates;
    }
}
