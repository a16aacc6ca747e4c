package in.sangam.routes.deliver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An attempt at a delivery that says nothing of the delivery itself: it is tried again, with the same idempotency key. */
final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;
    private final @Nullable Duration retryAfter;

    NotDelivered(String code, String sentence, @Nullable Duration retryAfter) {
        super(sentence);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    String code() {
        return code;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
