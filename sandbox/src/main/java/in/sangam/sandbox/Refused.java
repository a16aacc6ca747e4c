package in.sangam.sandbox;

/** A start that the sandbox refuses; the message says why and what to do, and needs no stack trace. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
