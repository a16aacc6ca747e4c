package in.sangam.routes.broker;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Makes the one connection factory of the hub, for an embedded or an external broker alike. */
public final class BrokerConnections {

    /** Above the 96 KiB of the largest page: the broker never sees a large message. */
    private static final int LARGE_MESSAGE_BYTES = 256 * 1024;

    private BrokerConnections() {}

    /**
     * Returns connections to a broker.
     *
     * @param url address as Artemis writes it, e.g. {@code tcp://broker-1:61616}; several for a pair in parentheses
     */
    public static ActiveMQConnectionFactory to(String url, BrokerAccount account) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, account.user(), account.password());
        factory.setMinLargeMessageSize(LARGE_MESSAGE_BYTES);
        factory.setReconnectAttempts(-1);
        // An object message would run code of its sender's choice: no class may be read from one.
        factory.setDeserializationDenyList("*");
        return factory;
    }
}
