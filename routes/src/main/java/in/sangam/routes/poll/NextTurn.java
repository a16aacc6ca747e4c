package in.sangam.routes.poll;

import in.sangam.routes.intake.Backlog;
import in.sangam.store.PollLease;
import in.sangam.store.PollLease.Taken;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Before each request: the route is not stopping, the portal's window and rate allow it, few pages wait in the hub, and the poll
 * is ours (a lease, so that one node polls a stream). Otherwise the poll is interrupted; the next one goes on from the cursor.
 */
final class NextTurn implements Processor {

    private static final Duration LEASE_SLACK = Duration.ofSeconds(15);

    private final PolledStream polled;
    private final PollLease lease;
    private final Backlog backlog;
    private final String node;
    private final Clock wallClock;
    private final String name;
    private final Duration leaseLength;

    /** @param name of the lease: the route's */
    NextTurn(PolledStream polled, String name, PollParts parts) {
        this.polled = polled;
        this.name = name;
        this.lease = new PollLease(parts.database());
        this.backlog = parts.backlog();
        this.node = parts.node();
        this.wallClock = parts.wallClock();
        this.leaseLength = polled.connector().transport().timeout().plus(LEASE_SLACK);
    }

    @Override
    public void process(Exchange exchange) throws InterruptedException {
        Poll poll = Poll.in(exchange);
        if (poll == null || !poll.goesOn()) {
            return;
        }
        boolean ours = !stopping(exchange)
                && polled.mayCall(wallClock.instant())
                && backlog.awaitRoom(() -> stopping(exchange))
                && polled.pace().awaitTurn(() -> stopping(exchange));
        Taken taken = ours ? lease.take(name, node, leaseLength) : Taken.NO;
        poll.tookOver(taken == Taken.ANEW);
        if (taken == Taken.NO) {
            poll.interrupt();
        }
    }

    /** A route that stops has its consumer stopped or suspended first, and then waits for the exchange that runs. */
    private static boolean stopping(Exchange exchange) {
        Route route = exchange.getContext().getRoute(exchange.getFromRouteId());
        return route == null
                || (route.getConsumer() instanceof ServiceSupport consumer
                        && (consumer.isSuspendingOrSuspended() || consumer.isStoppingOrStopped()));
    }
}
