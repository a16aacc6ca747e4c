package in.sangam.routes.intake;

import in.sangam.core.page.PageCodec;
import in.sangam.core.page.SourcePage;
import in.sangam.routes.Queues;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends pages to the intake, all or none. Keeps one transacted session of its own; a broken one is made anew at the next send. */
public final class PageSender implements AutoCloseable {

    private final ConnectionFactory connections;
    private @Nullable JMSContext session;

    public PageSender(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Returns when the pages are safely on the broker; throws {@link BrokerUnavailable} when none of them is. */
    public synchronized void send(List<SourcePage> pages) {
        if (pages.isEmpty()) {
            return;
        }
        try {
            JMSContext open = session == null ? connections.createContext(JMSContext.SESSION_TRANSACTED) : session;
            session = open;
            JMSProducer producer = open.createProducer();
            for (SourcePage page : pages) {
                BytesMessage message = open.createBytesMessage();
                message.writeBytes(PageCodec.encode(page));
                producer.send(open.createQueue(Queues.PAGE_FETCHED), message);
            }
            open.commit();
        } catch (JMSRuntimeException | JMSException e) {
            close();
            throw new BrokerUnavailable(e);
        }
    }

    @Override
    public synchronized void close() {
        JMSContext open = session;
        session = null;
        if (open != null) {
            try {
                open.close();
            } catch (JMSRuntimeException alreadyBroken) {
                // It is thrown away for that very reason.
            }
        }
    }
}
