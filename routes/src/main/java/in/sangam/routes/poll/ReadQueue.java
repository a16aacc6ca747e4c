package in.sangam.routes.poll;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.AsOfClock;
import in.sangam.kit.Source.JmsSource;
import in.sangam.kit.Transport.Jms;
import in.sangam.kit.edge.Fetched;
import in.sangam.kit.edge.PageCutter;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.routes.poll.QueueInHand.HeldBack;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Reads the next messages of a portal's queue through the edge. A poll listens for a while, so that the portal's broker need not let
 * the hub in for every message; then it ends, and another begins.
 */
final class ReadQueue implements Processor {

    private static final long WAIT_MS = 1_000;
    private static final Duration LISTENS = Duration.ofSeconds(10);

    private final PolledStream polled;
    private final Jms transport;
    private final JmsSource source;
    private final Predicate<String> skipped;
    private final AsOfClock asOf;
    private final Clock wallClock;
    private int noted;

    ReadQueue(
            PolledStream polled,
            Jms transport,
            JmsSource source,
            Predicate<String> skipped,
            AsOfClock asOf,
            Clock wallClock) {
        this.polled = polled;
        this.transport = transport;
        this.source = source;
        this.skipped = skipped;
        this.asOf = asOf;
        this.wallClock = wallClock;
    }

    @Override
    public void process(Exchange exchange) throws JMSException, IOException, UnreadablePage {
        Poll poll = Poll.of(exchange);
        QueueInHand queue =
                QueueInHand.of(exchange, transport, source, polled.stream().edge(), skipped);
        List<JsonNode> rows = isOver(exchange) ? List.of() : queue.read(WAIT_MS);
        if (!queue.hasTaken()) {
            standStill(poll, queue.heldBack());
            poll.read(List.of(), 0, isOver(exchange) ? null : poll.ask());
            return;
        }
        Fetched fetched = polled.stream().edge().take(rows, queue.hash(), asOf.now());
        poll.read(
                rows.isEmpty() ? List.of() : PageCutter.cut(polled.stream(), poll.ask(), fetched, wallClock.instant()),
                rows.size(),
                poll.ask());
    }

    /** The messages that wait for a person take turns, so that each of them is noted. */
    private void standStill(Poll poll, List<HeldBack> heldBack) throws UnreadablePage {
        if (!heldBack.isEmpty()) {
            HeldBack each = heldBack.get(Math.floorMod(noted++, heldBack.size()));
            if (each.content().length > 0) {
                poll.stoppedBy(each.content());
            }
            throw each.why();
        }
    }

    private static boolean isOver(Exchange exchange) {
        return Instant.ofEpochMilli(exchange.getClock().getCreated())
                .plus(LISTENS)
                .isBefore(Instant.now());
    }
}
