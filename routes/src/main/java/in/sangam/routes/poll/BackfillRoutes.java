package in.sangam.routes.poll;

import in.sangam.kit.Cursor;
import in.sangam.routes.error.ErrorTable;
import in.sangam.routes.flow.AddedRoute;
import in.sangam.routes.intake.PageSender;
import in.sangam.routes.pace.Schedule;
import in.sangam.store.Backfill;
import in.sangam.store.Backfills;
import in.sangam.store.UnreadablePages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/**
 * {@code backfills.watch}: gives every running backfill a route {@code <portal>.<stream>.backfill}, and takes it away when the
 * backfill is no longer running or its connector has changed. A backfill survives the hub: it stands in the database.
 */
public final class BackfillRoutes extends RouteBuilder {

    private static final int LOOK_EVERY_MS = 1_000;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private record Running(long id, PolledStream polled, String routeId, PageSender sender) {}

    private final PollParts parts;
    private final Polls polls;
    private final Backfills backfills;
    private final Map<Long, Running> routes = new HashMap<>();

    public BackfillRoutes(PollParts parts, Polls polls) {
        this.parts = parts;
        this.polls = polls;
        this.backfills = new Backfills(parts.database());
    }

    // spotless:off
    @Override
    public void configure() {
        from("timer:backfills.watch?period=" + LOOK_EVERY_MS + "&includeMetadata=false&synchronous=true")
            .routeId("backfills.watch").routeConfigurationId(ErrorTable.TIMED)
            .process(exchange -> look(exchange.getContext()));
    }
    // spotless:on

    @SuppressWarnings("ReferenceEquality") // a stream that was put in place again is another, whatever it holds
    private void look(CamelContext context) throws Exception {
        Map<Long, PolledStream> wanted = new HashMap<>();
        for (Backfill each : backfills.running()) {
            PolledStream polled = polls.find(each.portal() + "." + each.stream());
            if (polled != null && polled.stream().cursor() != null) {
                wanted.put(each.id(), polled);
            }
        }
        for (Running each : List.copyOf(routes.values())) {
            if (wanted.get(each.id()) != each.polled()) {
                routes.remove(each.id());
                PortalRoute.remove(
                        context, each.routeId(), each.polled().connector().transport());
                each.sender().close();
            }
        }
        for (Map.Entry<Long, PolledStream> each : wanted.entrySet()) {
            if (!routes.containsKey(each.getKey())) {
                routes.put(each.getKey(), add(context, each.getKey(), each.getValue()));
            }
        }
    }

    private Running add(CamelContext context, long id, PolledStream polled) throws Exception {
        String routeId = polled.stream().id() + ".backfill";
        Cursor cursor = Objects.requireNonNull(polled.stream().cursor(), "only streams with a cursor");
        PageSender sender = new PageSender(parts.broker());
        UnreadablePages unreadable = new UnreadablePages(parts.database());
        BackfillErrand errand = new BackfillErrand(
                id,
                polled,
                cursor,
                backfills,
                parts.asOf(),
                parts.wallClock(),
                new Schedule(LOOK, LONGEST_WAIT, parts.wallClock(), RandomGenerator.getDefault()));
        new PortalRoute(polled, routeId, parts.asOf(), parts.wallClock())
                .addTo(
                        context,
                        new Errand(
                                errand::begin,
                                new NextTurn(polled, routeId, parts),
                                new SendPages(sender),
                                errand::advance,
                                errand::end,
                                errand::fail,
                                hash -> unreadable.isSkipped(
                                        polled.portal(), polled.stream().name(), hash)));
        AddedRoute.start(context, routeId);
        return new Running(id, polled, routeId, sender);
    }
}
