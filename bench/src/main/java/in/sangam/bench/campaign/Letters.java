package in.sangam.bench.campaign;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A stranger at the hub's queues, who takes pages out and puts them back otherwise. Each step is one transaction. */
final class Letters implements AutoCloseable {

    static final String FETCHED = "hub.page.fetched";
    static final String NORMALISED = "hub.page.normalised";

    private static final long PATIENCE_MS = 20_000;

    private final ActiveMQConnectionFactory connections;
    private final JMSContext session;

    Letters(BrokerServer broker) throws Exception {
        connections =
                new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port(), BrokerServer.USER, broker.password());
        // Takes no more than it asks for: what it holds back unasked would be missing from the hub.
        connections.setConsumerWindowSize(0);
        session = connections.createContext(JMSContext.SESSION_TRANSACTED);
    }

    /** Takes up to so many pages off a queue for good, and returns what it got before none came for a while. */
    List<byte[]> take(String queue, int most) throws JMSException {
        List<byte[]> pages = new ArrayList<>();
        try (JMSConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            while (pages.size() < most) {
                Message message = consumer.receive(pages.isEmpty() ? PATIENCE_MS : PATIENCE_MS / 10);
                if (message == null) {
                    break;
                }
                pages.add(message.getBody(byte[].class));
            }
            session.commit();
        }
        return pages;
    }

    /** Puts pages on a queue, in this order. */
    void put(String queue, List<byte[]> pages) throws JMSException {
        for (byte[] page : pages) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(page);
            session.createProducer().send(session.createQueue(queue), message);
        }
        session.commit();
    }

    @Override
    public void close() {
        session.close();
        connections.close();
    }
}
