package in.sangam.routes.poll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A poll that came to no good end: why, as a countable code, and how long the portal asks to wait. */
public final class PollFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a poll failed; the names are public: pages, metrics and alarms show them. */
    public enum Code {
        /** No connection, or it broke. */
        UNREACHABLE(true),
        /** No answer in time. */
        TIMEOUT(true),
        /** The portal's certificate is not to be trusted: expired, of another name, of an unknown authority. */
        UNTRUSTED(true),
        /** The address is one that the hub never calls. */
        ADDRESS_REFUSED(false),
        /** The portal refuses who we are. */
        WRONG_CREDENTIAL(false),
        /** The portal asks to slow down. */
        THROTTLED(true),
        /** The portal failed (5xx, fault). */
        PORTAL_ERROR(true),
        /** The portal does not accept the request (4xx). */
        REQUEST_REFUSED(false),
        /** The answer is no page; the stream stands still. */
        UNREADABLE(false),
        /** The portal gives the same page again and again. */
        PAGE_REPEATS(false),
        /** A dropped file cannot be read and waits for a person, or for a better one of its name. */
        FILE_REFUSED(false),
        /** The broker takes no pages now. */
        BROKER_UNAVAILABLE(false),
        /** The database of the hub is away. */
        STORE_UNAVAILABLE(false),
        /** A setting that the connector names has no value. */
        SETTING_MISSING(false),
        /** Anything else. */
        UNEXPECTED(false);

        private final boolean portalUnwell;

        Code(boolean portalUnwell) {
            this.portalUnwell = portalUnwell;
        }

        /** Tells whether this counts against the portal in its circuit breaker. */
        boolean portalUnwell() {
            return portalUnwell;
        }
    }

    private final Code code;
    private final @Nullable Duration retryAfter;

    PollFailed(Code code, String sentence, @Nullable Throwable cause) {
        this(code, sentence, null, cause);
    }

    PollFailed(Code code, String sentence, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** Returns why. */
    public Code code() {
        return code;
    }

    /** Returns what the portal asked to wait, null when it did not say. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** Returns one plain sentence, with what to do where there is something to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
