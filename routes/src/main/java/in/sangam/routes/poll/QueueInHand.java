package in.sangam.routes.poll;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Source.JmsSource;
import in.sangam.kit.Transport.Jms;
import in.sangam.kit.edge.Edge;
import in.sangam.kit.edge.Sha256;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.routes.reach.MessageBytes;
import in.sangam.routes.reach.PortalQueue;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The queue that a poll reads, from its first turn to its end. Messages are taken in batches, so that a page holds many; they are
 * acknowledged only by {@link #acknowledge}. A message that cannot be read is held back and neither acknowledged nor refused: it is
 * the portal's broker that keeps it.
 */
final class QueueInHand {

    /** A message that cannot be read, with its bytes where it was opened. */
    record HeldBack(UnreadablePage why, byte[] content) {}

    private static final String PROPERTY = "queue";
    private static final int MOST_HELD_BACK = 20;
    private static final int ENOUGH_BYTES = 4 << 20;

    private final Jms transport;
    private final JmsSource source;
    private final Edge edge;
    private final Predicate<String> skipped;
    private final PortalQueue queue;
    private final List<Message> taken = new ArrayList<>();
    private final List<HeldBack> heldBack = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private QueueInHand(Jms transport, JmsSource source, Edge edge, Predicate<String> skipped, PortalQueue queue) {
        this.transport = transport;
        this.source = source;
        this.edge = edge;
        this.skipped = skipped;
        this.queue = queue;
    }

    /** Returns the queue of the poll on an exchange; opens it at the poll's first turn, and has it closed with the exchange. */
    static QueueInHand of(Exchange exchange, Jms transport, JmsSource source, Edge edge, Predicate<String> skipped)
            throws JMSException, IOException {
        QueueInHand before = in(exchange);
        if (before != null) {
            return before;
        }
        PortalQueue queue = PortalQueue.open(transport, source.queue());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                queue.close();
            }
        });
        QueueInHand opened = new QueueInHand(transport, source, edge, skipped, queue);
        exchange.setProperty(PROPERTY, opened);
        return opened;
    }

    static @Nullable QueueInHand in(Exchange exchange) {
        return exchange.getProperty(PROPERTY, QueueInHand.class);
    }

    /** Returns the rows of the next messages, none when none has come in so many milliseconds. */
    List<JsonNode> read(long millis) throws JMSException {
        List<JsonNode> rows = new ArrayList<>();
        content.reset();
        Message next = heldBack.size() < MOST_HELD_BACK ? queue.next(millis) : null;
        while (next != null) {
            take(next, rows);
            boolean more =
                    taken.size() < source.size() && content.size() < ENOUGH_BYTES && heldBack.size() < MOST_HELD_BACK;
            next = more ? queue.next(0) : null;
        }
        return rows;
    }

    private void take(Message message, List<JsonNode> rows) throws JMSException {
        byte[] bytes = new byte[0];
        try {
            bytes = MessageBytes.of(message, transport.largest());
            rows.addAll(edge.rowsOf(bytes));
            content.writeBytes(bytes);
            taken.add(message);
        } catch (UnreadablePage page) {
            if (skipped.test(page.contentHash())) {
                taken.add(message);
            } else {
                heldBack.add(new HeldBack(page, bytes));
            }
        }
    }

    /** Returns the SHA-256 (hex) of the messages that were read last, one behind the other. */
    String hash() {
        return Sha256.of(content.toByteArray());
    }

    /** Tells whether messages wait for their acknowledgement. */
    boolean hasTaken() {
        return !taken.isEmpty();
    }

    /** Lets the portal's broker forget what was taken. */
    void acknowledge() throws JMSException {
        for (Message each : taken) {
            each.acknowledge();
        }
        taken.clear();
    }

    List<HeldBack> heldBack() {
        return heldBack;
    }
}
