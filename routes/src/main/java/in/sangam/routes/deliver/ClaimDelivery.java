package in.sangam.routes.deliver;

import in.sangam.routes.pace.Pace;
import in.sangam.routes.pace.Schedule;
import in.sangam.store.Outbox;
import in.sangam.store.Outbox.Delivery;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Claims the next delivery that is due for any sink of a portal, one at a time: a crash leaves at most one claim to run out. Each sink
 * has its turn, so that one whose deliveries fail again and again does not keep those of the others waiting. A delivery is claimed only
 * when the portal's rate allows a request: one that waited for that while claimed would run out.
 */
final class ClaimDelivery implements Processor {

    private static final String PROPERTY = "delivery";
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final SinkPlan plan;
    private final Outbox outbox;
    private final Schedule schedule;
    private final Pace pace;
    private final Duration hold;
    private int turn;

    ClaimDelivery(SinkPlan plan, Outbox outbox, Schedule schedule, Pace pace) {
        this.plan = plan;
        this.outbox = outbox;
        this.schedule = schedule;
        this.pace = pace;
        this.hold = plan.transport().timeout().plus(SLACK);
    }

    static @Nullable Delivery in(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Delivery.class);
    }

    @Override
    public void process(Exchange exchange) {
        exchange.removeProperty(PROPERTY);
        if (!schedule.isDue() || !pace.tryTurn()) {
            return;
        }
        List<String> sinks = plan.names();
        for (int i = 0; i < sinks.size(); i++) {
            int at = (turn + i) % sinks.size();
            List<Delivery> claimed = outbox.claim(sinks.get(at), 1, hold);
            if (!claimed.isEmpty()) {
                turn = at + 1;
                exchange.setProperty(PROPERTY, claimed.get(0));
                return;
            }
        }
        pace.giveBack();
    }
}
