package in.sangam.routes.poll;

import in.sangam.store.Cursors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Moves the cursor after the pages are safely on the broker; a poll whose cursor another node has moved ends. */
final class AdvanceCursor implements Processor {

    private final PolledStream polled;
    private final Cursors cursors;
    private final StreamGauges gauges;

    AdvanceCursor(PolledStream polled, Cursors cursors, StreamGauges gauges) {
        this.gauges = gauges;
        this.polled = polled;
        this.cursors = cursors;
    }

    @Override
    public void process(Exchange exchange) {
        Poll poll = Poll.of(exchange);
        String to = poll.nextCursor();
        if (to == null) {
            return;
        }
        if (cursors.advance(polled.portal(), polled.stream().name(), poll.saved(), to)) {
            poll.moved(to);
            gauges.movedTo(to);
        } else {
            poll.interrupt();
        }
    }
}
