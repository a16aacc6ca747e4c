package in.sangam.routes;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A department's own broker: Artemis over TCP in both protocols, with TLS and without, which drops a message after two deliveries. */
public final class PortalBroker implements AutoCloseable {

    public static final String USER = "sangam";
    public static final String PASSWORD = "let-me-read";

    private final int port;
    private final int tlsPort;
    private final int expiredPort;
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    /** Starts a broker without TLS. */
    public PortalBroker(String... queues) throws Exception {
        this(null, queues);
    }

    PortalBroker(@Nullable Certificates certificates, String... queues) throws Exception {
        port = freePort();
        tlsPort = freePort();
        expiredPort = freePort();
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setName("portal");
        configuration.setMaxDiskUsage(-1);
        configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port + "?protocols=CORE,AMQP");
        if (certificates != null) {
            configuration.addAcceptorConfiguration("tls", tls(tlsPort, "good", certificates));
            configuration.addAcceptorConfiguration("expired", tls(expiredPort, "expired", certificates));
        }
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setMaxDeliveryAttempts(2)
                        .setAutoCreateQueues(false)
                        .setAutoCreateAddresses(false));
        for (String queue : queues) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfig(
                            QueueConfiguration.of(queue).setAddress(queue).setRoutingType(RoutingType.ANYCAST)));
        }
        configuration.putSecurityRoles(
                "#", Set.of(new Role("all", true, true, false, false, false, false, false, true, false, false)));
        SecurityConfiguration accounts = new SecurityConfiguration();
        accounts.addUser(USER, PASSWORD);
        accounts.addRole(USER, "all");
        broker.setConfiguration(configuration);
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts));
        broker.start();
    }

    int port() {
        return port;
    }

    public String url(String scheme) {
        return scheme + "://127.0.0.1:" + (scheme.equals("ssl") || scheme.equals("amqps") ? tlsPort : port);
    }

    /** Returns the address at which it shows a certificate that has expired. */
    String expiredUrl(String scheme) {
        return scheme + "://127.0.0.1:" + expiredPort;
    }

    public void send(String scheme, String queue, String text) {
        send(scheme, queue, session -> session.createTextMessage(text));
    }

    void send(String scheme, String queue, Function<JMSContext, Message> message) {
        ConnectionFactory factory = scheme.equals("amqp")
                ? new JmsConnectionFactory(USER, PASSWORD, url(scheme))
                : new ActiveMQConnectionFactory(url(scheme), USER, PASSWORD);
        try (JMSContext session = factory.createContext()) {
            session.createProducer().send(session.createQueue(queue), message.apply(session));
        }
    }

    public long waiting(String queue) {
        return broker.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }

    private static String tls(int port, String alias, Certificates certificates) {
        return "tcp://127.0.0.1:" + port + "?protocols=CORE,AMQP;sslEnabled=true;keyStoreType=PKCS12;keyStoreAlias="
                + alias + ";keyStorePassword=" + Certificates.PASSWORD + ";keyStorePath=" + certificates.store();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
