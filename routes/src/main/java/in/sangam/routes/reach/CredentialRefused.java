package in.sangam.routes.reach;

/** The portal does not take the hub's credential. */
public final class CredentialRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes what the portal answered, in a word. */
    public CredentialRefused(String answer) {
        super(answer);
    }
}
