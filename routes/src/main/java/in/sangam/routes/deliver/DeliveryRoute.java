package in.sangam.routes.deliver;

import in.sangam.routes.flow.ReachSeam;
import in.sangam.routes.pace.Schedule;
import in.sangam.routes.reach.HttpPortal;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.camel.builder.RouteBuilder;

/** {@code deliver.<portal>}: takes what is due from the outbox, one by one, as long as the portal takes it. */
final class DeliveryRoute extends RouteBuilder {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final String routeId;
    private final SinkPlan plan;
    private final ClaimDelivery claim;
    private final WriteDelivery write;
    private final SettleDelivery settle;
    private final DelayDelivery delay;

    DeliveryRoute(SinkPlan plan, DeliveryParts parts) {
        Schedule schedule = new Schedule(Duration.ZERO, LONGEST_WAIT, parts.wallClock(), RandomGenerator.getDefault());
        this.routeId = idOf(plan.connector().id());
        this.plan = plan;
        this.claim =
                new ClaimDelivery(plan, parts.outbox(), schedule, parts.paces().of(plan.connector()));
        this.write = new WriteDelivery(plan);
        this.settle = new SettleDelivery(plan, parts, schedule);
        this.delay = new DelayDelivery(plan.connector().id(), parts, schedule);
    }

    static String idOf(String portal) {
        return "deliver." + portal;
    }

    // spotless:off
    @Override
    public void configure() {
        String url = plan.of(plan.names().get(0)).url();
        String portal = HttpPortal.endpoint(getContext(), routeId, url, plan.transport());
        onException(Throwable.class).handled(true).process(delay);

        from("timer:" + routeId + "?period=250&includeMetadata=false").routeId(routeId)
            .process(claim).id(routeId + ".claim-first")
            .loopDoWhile(exchange -> ClaimDelivery.in(exchange) != null)
                .process(new ReachSeam("after-outbox-claim"))
                .process(write).id(routeId + ".write")
                .to(portal).id(routeId + ".portal")
                .process(settle).id(routeId + ".settle")
                .process(claim).id(routeId + ".claim-next")
            .end();
    }
    // spotless:on
}
