package in.sangam.routes.error;

import org.jspecify.annotations.Nullable;

/** A message that no further delivery will make good; it becomes a dead letter at once, with this code and sentence. */
public final class Undeliverable extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;

    /** Takes a countable code and one sentence: what is wrong and what to do; no personal value. */
    public Undeliverable(String code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    /** Returns the countable code. */
    public String code() {
        return code;
    }
}
