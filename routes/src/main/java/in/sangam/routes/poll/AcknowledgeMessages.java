package in.sangam.routes.poll;

import jakarta.jms.JMSException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Acknowledges what was taken from a portal's queue, after its pages are safely on the hub's broker. A crash between the two lets the
 * messages come again; the version guard makes the second time a no-op.
 */
final class AcknowledgeMessages implements Processor {

    @Override
    public void process(Exchange exchange) throws JMSException {
        QueueInHand queue = QueueInHand.in(exchange);
        if (queue != null) {
            queue.acknowledge();
        }
    }
}
