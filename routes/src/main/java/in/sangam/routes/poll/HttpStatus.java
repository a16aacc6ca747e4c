package in.sangam.routes.poll;

import in.sangam.routes.pace.RetryAfter;
import in.sangam.routes.poll.PollFailed.Code;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The status of an HTTP answer and what it means for a poll. */
record HttpStatus(int code, @Nullable Duration retryAfter) {

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    static HttpStatus of(Exchange exchange) {
        return new HttpStatus(
                exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                RetryAfter.in(exchange.getMessage().getHeader(RetryAfter.HEADER, String.class)));
    }

    boolean unauthorised() {
        return code == UNAUTHORISED;
    }

    /** Throws {@link PollFailed} unless the status is one of success. */
    void check(PolledStream polled) {
        if (code >= 200 && code < 300) {
            return;
        }
        String answer = "HTTP " + code;
        String portal = polled.portal();
        if (code == UNAUTHORISED || code == FORBIDDEN) {
            throw new PollFailed(Code.WRONG_CREDENTIAL, Credential.refused(polled, answer), null);
        }
        if (code == TOO_MANY_REQUESTS) {
            throw new PollFailed(
                    Code.THROTTLED, portal + " asks the hub to slow down (" + answer + ")", retryAfter, null);
        }
        if (code >= 300 && code < 400) {
            throw new PollFailed(
                    Code.REQUEST_REFUSED,
                    portal + " sends the hub to another address (" + answer
                            + "), which is not followed: give that address as the connector's url if it is right",
                    retryAfter,
                    null);
        }
        if (code >= 500) {
            throw new PollFailed(Code.PORTAL_ERROR, portal + " failed (" + answer + ")", retryAfter, null);
        }
        throw new PollFailed(
                Code.REQUEST_REFUSED,
                portal + " does not accept the request (" + answer
                        + "): compare the connector's url and query with the portal's contract",
                retryAfter,
                null);
    }
}
