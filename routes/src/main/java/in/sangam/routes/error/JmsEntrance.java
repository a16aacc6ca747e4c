package in.sangam.routes.error;

import jakarta.jms.ConnectionFactory;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.component.jms.JmsComponent;

/**
 * The one JMS component of the hub. Receive and send of a route are one broker transaction, which needs exactly this:
 * transacted, one ConnectionFactory object, CACHE_CONSUMER and no transaction manager (with one, or with a second
 * factory, pages were lost or doubled when tried).
 */
public final class JmsEntrance {

    private static final long RECEIVE_MS = 250;

    private JmsEntrance() {}

    /** Returns the component, to be added to a Camel context as {@code jms}. */
    public static JmsComponent of(ConnectionFactory connections) {
        Set<String> outbound = new TreeSet<>(DeadLetter.HEADERS);
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connections);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        jms.setDisableReplyTo(true);
        // What a route that stops waits for at most.
        jms.setReceiveTimeout(RECEIVE_MS);
        jms.setDeliveryPersistent(true);
        jms.setMessageConverter(new PageBytes());
        jms.setHeaderFilterStrategy(AllowedHeaders.of(Set.of(GiveUp.DELIVERIES), outbound));
        jms.setAcknowledgementModeName("SESSION_TRANSACTED");
        return jms;
    }
}
