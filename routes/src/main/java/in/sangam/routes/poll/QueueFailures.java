package in.sangam.routes.poll;

import in.sangam.routes.poll.PollFailed.Code;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import org.apache.activemq.artemis.api.core.ActiveMQConnectionTimedOutException;
import org.apache.qpid.jms.JmsOperationTimedOutException;
import org.jspecify.annotations.Nullable;

/** What it means that a portal's broker, or the way to it, refuses. The broker's words are not passed on: they may quote values. */
final class QueueFailures {

    private QueueFailures() {}

    /** Returns what it means; null where the cause says more. */
    static @Nullable PollFailed of(PolledStream polled, JMSException refused) {
        String portal = polled.portal();
        if (refused instanceof JMSSecurityException) {
            return new PollFailed(
                    Code.WRONG_CREDENTIAL,
                    Credential.refused(
                            polled, "by its broker; the account must be allowed to consume from the queue as well"),
                    refused);
        }
        if (refused instanceof InvalidDestinationException) {
            return new PollFailed(
                    Code.REQUEST_REFUSED,
                    "The broker of " + portal + " has no such queue: check queue: in the connector",
                    refused);
        }
        if (refused instanceof JmsOperationTimedOutException
                || has(refused, ActiveMQConnectionTimedOutException.class)) {
            return new PollFailed(
                    Code.TIMEOUT,
                    "The broker of " + portal + " gave no answer within "
                            + polled.connector().transport().timeout().toSeconds() + " s",
                    refused);
        }
        return has(refused, IOException.class)
                ? null
                : new PollFailed(
                        Code.UNREACHABLE,
                        "The broker of " + portal + " cannot be reached, or broke the connection ("
                                + refused.getClass().getSimpleName() + "): check the url, and whether it runs",
                        refused);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
