package in.sangam.routes.push;

/** A pushed page that is not taken: nothing of it is kept. */
public final class PushRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; the HTTP status says who must do something. */
    public enum Code {
        /** No signature that holds, or no such stream: who does not sign learns nothing more. */
        NOT_SIGNED(401),
        /** The time of the signature is too far from now. */
        TOO_OLD(401),
        /** The same message id came with another content. */
        OTHER_CONTENT(409),
        /** The page is no list of records. */
        UNREADABLE(422),
        /** The hub cannot take pages now; the same message again later. */
        NOT_NOW(503);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        /** Returns the HTTP status. */
        public int status() {
            return status;
        }
    }

    private final Code code;

    PushRefused(Code code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    PushRefused(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Returns the countable code. */
    public Code code() {
        return code;
    }

    /** Returns one plain sentence, with what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
