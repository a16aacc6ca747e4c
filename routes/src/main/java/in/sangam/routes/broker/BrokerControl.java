package in.sangam.routes.broker;

import in.sangam.routes.Queues;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.jspecify.annotations.Nullable;

/**
 * The Control Bus to the broker, by its management messages: works for the embedded and for an external broker alike.
 * Throws {@link IllegalStateException} with the broker's answer when it refuses.
 */
public final class BrokerControl {

    private static final long PATIENCE_MS = 30_000;
    private static final Queue MANAGEMENT = ActiveMQJMSClient.createQueue("activemq.management");

    private final ConnectionFactory connections;

    public BrokerControl(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Returns how many messages a queue holds, those in delivery included. */
    public long waiting(String queue) {
        return ask(
                        "the length of " + queue,
                        message ->
                                JMSManagementHelper.putAttribute(message, ResourceNames.QUEUE + queue, "messageCount"))
                .longValue();
    }

    /** Puts every dead letter of a queue back on that queue and returns how many there were. */
    public int replayDeadLettersOf(String queue) {
        return ask(
                        "replay of the dead letters of " + queue,
                        message -> JMSManagementHelper.putOperationInvocation(
                                message, ResourceNames.QUEUE + Queues.deadLettersOf(queue), "retryMessages"))
                .intValue();
    }

    /** Puts one dead letter back on its own queue; false when there is none of this broker message id. */
    public boolean replayDeadLetter(String queue, long messageId) {
        return ask(
                                "replay of dead letter " + messageId,
                                message -> JMSManagementHelper.putOperationInvocation(
                                        message,
                                        ResourceNames.QUEUE + Queues.deadLettersOf(queue),
                                        "retryMessage",
                                        messageId))
                        .intValue()
                == 1;
    }

    private Number ask(String what, Question question) {
        try (JMSContext session = connections.createContext()) {
            Message request = session.createMessage();
            TemporaryQueue answers = session.createTemporaryQueue();
            request.setJMSReplyTo(answers);
            question.putInto(request);
            try (JMSConsumer consumer = session.createConsumer(answers)) {
                session.createProducer().send(MANAGEMENT, request);
                return number(what, consumer.receive(PATIENCE_MS));
            }
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The broker could not be asked for " + what, e);
        }
    }

    private static Number number(String what, @Nullable Message answer) throws Exception {
        if (answer == null) {
            throw new IllegalStateException("The broker did not answer within " + PATIENCE_MS + " ms: " + what);
        }
        Object result = JMSManagementHelper.getResult(answer);
        if (!JMSManagementHelper.hasOperationSucceeded(answer)) {
            throw new IllegalStateException("The broker refused " + what + ": " + result);
        }
        return result instanceof Boolean done ? (done ? 1 : 0) : (Number) result;
    }

    @FunctionalInterface
    private interface Question {
        void putInto(Message request) throws JMSException;
    }
}
