package in.sangam.routes.reach;

import in.sangam.kit.Auth;
import in.sangam.kit.Transport;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A queue of a portal's broker, open for reading. Each message is acknowledged by itself, so that one that cannot be read stays
 * while those behind it are taken; what is not acknowledged is given back, uncounted, when the queue is closed.
 */
public final class PortalQueue implements AutoCloseable {

    /** What Artemis and Qpid JMS both call by this number; JMS itself acknowledges all that a session has received. */
    private static final int INDIVIDUAL_ACKNOWLEDGE = 101;

    private final QueueConnections broker;
    private final Connection connection;
    private final MessageConsumer consumer;

    private PortalQueue(QueueConnections broker, Connection connection, MessageConsumer consumer) {
        this.broker = broker;
        this.connection = connection;
        this.consumer = consumer;
    }

    /**
     * Connects to a portal's broker and opens a queue that must exist. Throws {@link AddressPolicy.Refused} for an address that is
     * never called, and {@link JMSException} for whatever the broker or the way to it refuses.
     */
    public static PortalQueue open(Transport.Jms transport, String queue) throws JMSException, IOException {
        QueueConnections broker = QueueConnections.to(transport);
        Connection connection = null;
        try {
            connection = connect(broker.factory(), transport.auth());
            Session session = connection.createSession(false, INDIVIDUAL_ACKNOWLEDGE);
            MessageConsumer consumer = session.createConsumer(broker.queue(session, queue));
            connection.start();
            return new PortalQueue(broker, connection, consumer);
        } catch (JMSException | RuntimeException e) {
            close(connection);
            broker.close();
            if (e instanceof JMSException && !(e instanceof JMSSecurityException)) {
                broker.probe();
            }
            throw e;
        }
    }

    /** Returns the port of a broker's address, the usual one of its protocol where it names none. */
    public static int port(URI url) {
        return QueueConnections.port(url);
    }

    private static Connection connect(ConnectionFactory factory, Auth auth) throws JMSException {
        return auth instanceof Auth.Login login
                ? factory.createConnection(
                        login.username().reveal(), login.password().reveal())
                : factory.createConnection();
    }

    /** Returns the next message, null when none has come in so many milliseconds; 0 takes only what is there. */
    public @Nullable Message next(long millis) throws JMSException {
        return millis == 0 ? consumer.receiveNoWait() : consumer.receive(millis);
    }

    @Override
    public void close() {
        close(connection);
        broker.close();
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (JMSException alreadyBroken) {
                // It is thrown away; what was not acknowledged comes again.
            }
        }
    }
}
