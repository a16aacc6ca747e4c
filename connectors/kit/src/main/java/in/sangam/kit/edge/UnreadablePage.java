package in.sangam.kit.edge;

/** An answer of a portal that cannot be read as rows: nothing of it is used, and the cursor stays where it was. */
public final class UnreadablePage extends Exception {

    private static final long serialVersionUID = 1L;
    private final String contentHash;
    private final Cause code;

    /** What is wrong with the answer. */
    public enum Cause {
        EMPTY,
        HTML,
        TRUNCATED,
        WRONG_CHARSET,
        NOT_JSON,
        NOT_XML,
        NO_RECORDS,
        DOCTYPE,
        TOO_DEEP,
        TOO_LARGE,
        MISSING_ROWS,
        NO_WORKBOOK,
        NO_HEADER,
        CHANGED_WHILE_READ,
        MANIFEST_MISMATCH,
        FOREIGN_NEXT,
        WRONG_KIND
    }

    /** Takes a sentence that says what is wrong and what to do, and quotes nothing of the content. */
    public UnreadablePage(Cause code, String contentHash, String sentence) {
        super(sentence);
        this.code = code;
        this.contentHash = contentHash;
    }

    /** Returns the countable code of what is wrong. */
    public Cause code() {
        return code;
    }

    /** Returns the SHA-256 (hex) of the bytes as they came: the same answer again is the same entry. */
    public String contentHash() {
        return contentHash;
    }
}
