package in.sangam.kit;

/** A word of the hub for which a sink's table of codes has none of the portal: it is never guessed. */
public final class UnknownWord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String member;

    UnknownWord(String member) {
        super("The codes of the member '" + member + "' lack a word of the message; add it to the connector's sink");
        this.member = member;
    }

    /** Returns the member of the request that cannot be written. */
    public String member() {
        return member;
    }
}
