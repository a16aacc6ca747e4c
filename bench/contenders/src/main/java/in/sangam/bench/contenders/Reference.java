package in.sangam.bench.contenders;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The least code that keeps the promises: pages of 150 rows as they came through one durable queue, some of them in a broker
 * transaction; parsed once; one upsert guarded by version with the page's deltas, the database before JMS; a folder. It has no
 * Camel, mapping language, masking, quarantine, history or lineage.
 *
 * <p>Arguments: address of the portal, its token, folder for its data, folder of the hub's configuration. Runs until it is ended.
 */
public final class Reference {

    private static final String QUEUE = "hub.page.fetched";
    private static final int ROWS_OF_A_PAGE = 150;
    private static final int PAGES_OF_A_SEND = 7;
    private static final int WRITERS = 2;
    private static final int FOLD_EVERY_MS = 100;

    private Reference() {}

    public static void main(String[] arguments) throws Exception {
        Servers servers = new Servers(Path.of(arguments[2]), "reference.sql");
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
        PageUpsert upsert = new PageUpsert(servers.database(), new CaseRows(Path.of(arguments[3])));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2, task -> {
            Thread thread = new Thread(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    e.printStackTrace();
                    System.exit(1);
                }
            });
            return thread;
        });
        for (int i = 0; i < WRITERS; i++) {
            threads.execute(() -> store(servers, upsert));
        }
        threads.execute(() -> fold(upsert));
        send(servers, new PortalPages(arguments[0], arguments[1], ROWS_OF_A_PAGE));
        threads.awaitTermination(1, TimeUnit.DAYS);
    }

    private static void send(Servers servers, PortalPages pages) throws Exception {
        try (JMSContext session = servers.broker().connections().createContext(JMSContext.SESSION_TRANSACTED)) {
            JMSProducer producer = session.createProducer();
            Destination queue = session.createQueue(QUEUE);
            int sent = 0;
            for (byte[] page = pages.fetch(); page != null; page = pages.fetch()) {
                BytesMessage message = session.createBytesMessage();
                message.setStringProperty("id", UUID.randomUUID().toString());
                message.writeBytes(page);
                producer.send(queue, message);
                if (++sent % PAGES_OF_A_SEND == 0) {
                    session.commit();
                }
            }
            session.commit();
        }
    }

    private static void store(Servers servers, PageUpsert upsert) {
        try (JMSContext session = servers.broker().connections().createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = session.createConsumer(session.createQueue(QUEUE))) {
            while (true) {
                BytesMessage message = (BytesMessage) consumer.receive();
                byte[] page = new byte[(int) message.getBodyLength()];
                message.readBytes(page);
                upsert.write(message.getStringProperty("id"), page);
                session.commit();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fold(PageUpsert upsert) {
        try {
            while (true) {
                upsert.fold();
                TimeUnit.MILLISECONDS.sleep(FOLD_EVERY_MS);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
