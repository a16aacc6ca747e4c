package in.sangam.routes.intake;

/** The broker took none of the pages. */
public final class BrokerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerUnavailable(Exception cause) {
        super("The broker took no pages: look at its disk and log", cause);
    }
}
