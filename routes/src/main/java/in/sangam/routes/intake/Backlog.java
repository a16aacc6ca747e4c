package in.sangam.routes.intake;

import in.sangam.routes.Queues;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.jspecify.annotations.Nullable;

/**
 * The pages that wait between intake and store, on the broker and so of all nodes. A poll that would add to many waits, so that
 * a portal with a week to tell neither fills the journal nor keeps the news of all others behind it.
 */
public final class Backlog implements AutoCloseable {

    private static final int MOST_PAGES = 64;
    private static final long LOOK_EVERY_MS = 20;
    private static final List<SimpleString> QUEUES =
            List.of(SimpleString.of(Queues.PAGE_FETCHED), SimpleString.of(Queues.PAGE_NORMALISED));

    private final ConnectionFactory connections;
    private @Nullable Connection connection;
    private @Nullable ClientSession session;

    /** Takes connections of the broker's own kind. */
    public Backlog(ConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * Returns when few pages wait; false when {@code stopping} becomes true before that.
     *
     * @throws BrokerUnavailable when the broker cannot be asked
     */
    public boolean awaitRoom(BooleanSupplier stopping) throws InterruptedException {
        while (waiting() > MOST_PAGES) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        return true;
    }

    private synchronized long waiting() {
        try {
            ClientSession open = session == null ? opened() : session;
            session = open;
            long waiting = 0;
            for (SimpleString queue : QUEUES) {
                waiting += open.queueQuery(queue).getMessageCount();
            }
            return waiting;
        } catch (ActiveMQException | JMSException e) {
            close();
            throw new BrokerUnavailable(e);
        }
    }

    private ClientSession opened() throws JMSException {
        Connection made = connections.createConnection();
        connection = made;
        return ((ActiveMQSession) made.createSession()).getCoreSession();
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        session = null;
        if (open != null) {
            try {
                open.close();
            } catch (JMSException alreadyBroken) {
                // It is thrown away for that very reason.
            }
        }
    }
}
