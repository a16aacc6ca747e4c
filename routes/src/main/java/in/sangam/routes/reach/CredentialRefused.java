package in.sangam.routes.reach;

/** The portal does not give a token for the hub's credential. */
public final class CredentialRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CredentialRefused(String answer) {
        super(answer);
    }
}
