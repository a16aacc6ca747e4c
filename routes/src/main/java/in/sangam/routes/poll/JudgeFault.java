package in.sangam.routes.poll;

import in.sangam.routes.poll.PollFailed.Code;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.transport.http.HTTPException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failed SOAP call means. An answer of status 200 that the SOAP stack could not read goes on: the edge reads
 * its bytes and says what is wrong with them.
 */
final class JudgeFault implements Processor {

    private static final int OK = 200;
    private static final int FIRST_REFUSAL = 300;

    /** WS-Security 1.1 §12, and what Apache WSS4J says in place of all of them. */
    private static final Set<String> REFUSALS = Set.of(
            "FailedAuthentication",
            "InvalidSecurity",
            "InvalidSecurityToken",
            "SecurityError",
            "SecurityTokenUnavailable");

    private final PolledStream polled;
    private final LastAnswer lastAnswer;

    JudgeFault(PolledStream polled, LastAnswer lastAnswer) {
        this.polled = polled;
        this.lastAnswer = lastAnswer;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        SoapAnswer answer = lastAnswer.get();
        if (answer != null && answer.status() == OK) {
            return;
        }
        SoapFault fault = find(thrown, SoapFault.class);
        if (fault != null && REFUSALS.contains(fault.getFaultCode().getLocalPart())) {
            throw new PollFailed(
                    Code.WRONG_CREDENTIAL,
                    Credential.refused(polled, "fault " + fault.getFaultCode().getLocalPart()),
                    thrown);
        }
        HTTPException http = find(thrown, HTTPException.class);
        int status = http != null ? http.getResponseCode() : answer != null ? answer.status() : 0;
        if (status >= FIRST_REFUSAL) {
            new HttpStatus(status, answer == null ? null : answer.retryAfter()).check(polled);
        }
        throw thrown;
    }

    private static <T extends Throwable> @Nullable T find(@Nullable Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
