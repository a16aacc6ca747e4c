package in.sangam.routes.release;

import in.sangam.core.Seam;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageCodec;
import in.sangam.core.page.SourcePage;
import in.sangam.routes.Queues;
import in.sangam.store.Releases;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Sends the pages that wait, a batch a broker transaction, until none waits. The broker commits first, then the mark. */
final class SendReleased implements Processor {

    private static final int PAGES_AT_ONCE = 100;

    private final Releases releases;
    private final ConnectionFactory broker;

    SendReleased(Releases releases, ConnectionFactory broker) {
        this.releases = releases;
        this.broker = broker;
    }

    @Override
    public void process(Exchange exchange) {
        releases.releaseStragglers();
        while (releases.send(PAGES_AT_ONCE, this::send) > 0) {
            // Until none waits.
        }
    }

    private void send(Releases.Pages pages) {
        try (JMSContext session = broker.createContext(JMSContext.SESSION_TRANSACTED)) {
            for (SourcePage page : pages.rows()) {
                send(session, Queues.PAGE_FETCHED, PageCodec.encode(page));
            }
            for (NormalisedPage page : pages.records()) {
                send(session, Queues.PAGE_NORMALISED, PageCodec.encode(page));
            }
            session.commit();
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
        Seam.reached("after-release-send");
    }

    private static void send(JMSContext session, String queue, byte[] page) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(page);
        session.createProducer().send(session.createQueue(queue), message);
    }
}
