package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.store.Cursors;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Begins a poll when it is due, within the portal's window, and the portal's circuit is closed; else the tick passes by. */
final class BeginPoll implements Processor {

    private static final Duration CIRCUIT_LOOK = Duration.ofSeconds(1);

    private final PolledStream polled;
    private final Cursors cursors;
    private final AsOfClock asOf;
    private final Clock wallClock;

    BeginPoll(PolledStream polled, Cursors cursors, AsOfClock asOf, Clock wallClock) {
        this.polled = polled;
        this.cursors = cursors;
        this.asOf = asOf;
        this.wallClock = wallClock;
    }

    @Override
    public void process(Exchange exchange) {
        if (!polled.schedule().isDue() || !polled.mayCall(wallClock.instant())) {
            return;
        }
        boolean walks = polled.stream().cursor() != null; // what is read whole, as a folder is, goes on from nowhere
        String saved =
                walks ? cursors.read(polled.portal(), polled.stream().name()).orElse(null) : null;
        if (!polled.circuit().mayBegin()) {
            polled.schedule().putOff(CIRCUIT_LOOK);
            return;
        }
        String floor =
                walks ? cursors.floor(polled.portal(), polled.stream().name()).orElse(null) : null;
        new Poll(polled.stream(), saved, polled.stream().firstAsk(saved, floor, asOf.now())).begin(exchange);
    }
}
