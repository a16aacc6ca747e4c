package in.sangam.routes.poll;

import in.sangam.store.StreamHealth;
import in.sangam.store.UnreadablePages;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes a poll that came to its end. */
final class EndPoll implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(EndPoll.class);
    private static final Duration INTERRUPTED_WAIT = Duration.ofSeconds(2);

    private final PolledStream polled;
    private final StreamHealth health;
    private final UnreadablePages unreadable;
    private final StreamGauges gauges;

    EndPoll(PolledStream polled, StreamHealth health, UnreadablePages unreadable, StreamGauges gauges) {
        this.gauges = gauges;
        this.polled = polled;
        this.health = health;
        this.unreadable = unreadable;
    }

    @Override
    public void process(Exchange exchange) {
        Poll poll = Poll.in(exchange);
        if (poll == null) {
            return;
        }
        if (poll.interrupted()) {
            polled.circuit().nothingSaid();
            polled.schedule().putOff(INTERRUPTED_WAIT);
            return;
        }
        polled.circuit().answered();
        polled.schedule().succeeded();
        gauges.completed();
        gauges.movedTo(poll.saved());
        health.succeeded(polled.portal(), polled.stream().name());
        if (unreadable.recovered(polled.portal(), polled.stream().name()) > 0) {
            LOG.info("{} is readable again", polled);
        }
        LOG.debug("{} polled: {} rows", polled, poll.rows());
    }
}
