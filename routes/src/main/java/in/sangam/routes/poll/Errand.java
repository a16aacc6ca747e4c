package in.sangam.routes.poll;

import java.util.function.Predicate;
import org.apache.camel.Processor;

/**
 * What the hub goes through a portal for: a poll, a backfill or a check. The way is the same for all; where it begins, what becomes
 * of the pages and how its end is noted is not.
 *
 * @param begin puts a {@link Poll} on the exchange when there is something to do
 * @param turn before each request: interrupts the poll, or lets it go on
 * @param send takes the pages of an answer
 * @param advance notes how far they reach
 * @param end notes the end
 * @param fail notes a failure
 * @param skipped tells whether a person goes on without the content of this hash
 */
record Errand(
        Processor begin,
        Processor turn,
        Processor send,
        Processor advance,
        Processor end,
        Processor fail,
        Predicate<String> skipped) {

    /** Returns the same, but what was sent before as it is does not go again. */
    Errand leavingOut(SentRows rows) {
        return new Errand(
                exchange -> {
                    begin.process(exchange);
                    Poll poll = Poll.in(exchange);
                    if (poll != null) {
                        rows.begin(poll.saved());
                    }
                },
                exchange -> {
                    turn.process(exchange);
                    Poll poll = Poll.in(exchange);
                    if (poll != null && poll.tookOver()) {
                        rows.forget();
                    }
                },
                exchange -> {
                    Poll poll = Poll.of(exchange);
                    poll.send(rows.unsent(poll));
                    send.process(exchange);
                    rows.sent();
                },
                exchange -> {
                    advance.process(exchange);
                    rows.end(Poll.of(exchange).saved());
                },
                end,
                fail,
                skipped);
    }
}
