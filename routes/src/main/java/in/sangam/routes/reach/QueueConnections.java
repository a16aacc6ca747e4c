package in.sangam.routes.reach;

import in.sangam.kit.Transport;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultDeserializationPolicy;
import org.apache.qpid.jms.policy.JmsDefaultPrefetchPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Connections to a portal's broker in the protocol that its address names. The name is resolved and judged here; without TLS the
 * very address that was judged is connected to. With TLS it is the name, which the certificate must hold.
 */
final class QueueConnections implements AutoCloseable {

    private static final int ARTEMIS = 61_616;
    private static final int AMQP = 5_672;
    private static final int AMQPS = 5_671;
    private static final int FEW_MESSAGES = 50;
    private static final int PINGS = 3;
    private static final int WINDOW_BYTES = 256 * 1024;
    private static final String NO_CLASS = "*";
    private static final String STORE_PASSWORD = "certificates-are-public";

    private final Transport.Jms transport;
    private final ConnectionFactory factory;
    private final @Nullable Path store;

    private QueueConnections(Transport.Jms transport, ConnectionFactory factory, @Nullable Path store) {
        this.transport = transport;
        this.factory = factory;
        this.store = store;
    }

    static QueueConnections to(Transport.Jms transport) throws IOException {
        URI url = URI.create(transport.url());
        boolean tls = isTls(url);
        String name = url.getHost();
        InetAddress address = AddressPolicy.resolve(bare(name))[0];
        String host = tls ? name : literal(address);
        return url.getScheme().startsWith("amqp")
                ? new QueueConnections(transport, amqp(transport, url, host, tls), null)
                : artemis(transport, url, host, tls);
    }

    static int port(URI url) {
        int usual =
                switch (url.getScheme()) {
                    case "amqp" -> AMQP;
                    case "amqps" -> AMQPS;
                    default -> ARTEMIS;
                };
        return url.getPort() >= 0 ? url.getPort() : usual;
    }

    private static QueueConnections artemis(Transport.Jms transport, URI url, String host, boolean tls)
            throws IOException {
        Path store = tls && transport.trust() != null ? store(transport.trust()) : null;
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("tcp://" + host + ":" + port(url)
                + "?connect-timeout-millis=" + transport.timeout().toMillis()
                + (tls ? "&sslEnabled=true&verifyHost=true" : "")
                + (store == null
                        ? ""
                        : "&trustStoreType=PKCS12&trustStorePassword=" + STORE_PASSWORD + "&trustStorePath="
                                + URLEncoder.encode(store.toString(), StandardCharsets.UTF_8)));
        // The hub's schedule tries again; a connection that mends itself would hide that the portal is away.
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        factory.setCallTimeout(transport.timeout().toMillis());
        // Whoever waits for a message waits as long as the connection lives: one that has fallen silent must die soon.
        factory.setConnectionTTL(transport.timeout().toMillis());
        factory.setClientFailureCheckPeriod(transport.timeout().toMillis() / PINGS);
        factory.setConsumerWindowSize(WINDOW_BYTES);
        // No class is ever read from a message.
        factory.setDeserializationDenyList(NO_CLASS);
        return new QueueConnections(transport, factory, store);
    }

    private static ConnectionFactory amqp(Transport.Jms transport, URI url, String host, boolean tls) {
        long millis = transport.timeout().toMillis();
        JmsConnectionFactory factory = new JmsConnectionFactory((tls ? "amqps://" : "amqp://") + host + ":" + port(url)
                + "?transport.connectTimeout=" + millis + "&amqp.idleTimeout=" + millis);
        factory.setConnectTimeout(millis);
        factory.setRequestTimeout(millis);
        factory.setCloseTimeout(millis);
        JmsDefaultPrefetchPolicy prefetch = new JmsDefaultPrefetchPolicy();
        prefetch.setAll(FEW_MESSAGES);
        factory.setPrefetchPolicy(prefetch);
        JmsDefaultDeserializationPolicy classes = new JmsDefaultDeserializationPolicy();
        classes.setDenyList(NO_CLASS);
        classes.setAllowList("");
        factory.setDeserializationPolicy(classes);
        if (tls) {
            factory.setSslContext(Trust.context(transport.trust()));
        }
        return factory;
    }

    /** Artemis reads what it trusts from a file of its own kind. */
    private static Path store(@Nullable Path further) throws IOException {
        Path store = Files.createTempFile("portal-trust", ".p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            Trust.store(further).store(out, STORE_PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificates in " + further + " cannot be handed to the broker's client", e);
        }
    }

    /** Throws what the way to the broker refuses, which Artemis's client does not tell; nothing when it is open. */
    void probe() throws IOException {
        URI url = URI.create(transport.url());
        PortalSocket.probe(bare(url.getHost()), port(url), isTls(url), transport.trust(), transport.timeout());
    }

    private static boolean isTls(URI url) {
        return url.getScheme().equals("ssl") || url.getScheme().equals("amqps");
    }

    private static String bare(String host) {
        return host.replace("[", "").replace("]", "");
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /** Returns a queue as the protocol names it; whether it is there shows when it is read. */
    Queue queue(Session session, String name) throws JMSException {
        return factory instanceof ActiveMQConnectionFactory
                ? ActiveMQJMSClient.createQueue(name)
                : session.createQueue(name);
    }

    ConnectionFactory factory() {
        return factory;
    }

    @Override
    public void close() {
        if (factory instanceof ActiveMQConnectionFactory artemis) {
            artemis.close();
        }
        if (store != null) {
            try {
                Files.deleteIfExists(store);
            } catch (IOException stays) {
                store.toFile().deleteOnExit();
            }
        }
    }
}
