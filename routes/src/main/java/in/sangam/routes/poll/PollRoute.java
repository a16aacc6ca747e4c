package in.sangam.routes.poll;

import in.sangam.kit.Source.FileSource;
import in.sangam.kit.Transport;
import in.sangam.routes.intake.PageSender;
import in.sangam.store.Cursors;
import in.sangam.store.DroppedFiles;
import in.sangam.store.StreamHealth;
import in.sangam.store.UnreadablePages;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** The route {@code <portal>.<stream>.poll} of one stream. */
final class PollRoute {

    private final PolledStream polled;
    private final PollParts parts;
    private final PageSender sender;
    private final UnreadablePages unreadable;

    PollRoute(PolledStream polled, PollParts parts, PageSender sender) {
        this.polled = polled;
        this.parts = parts;
        this.sender = sender;
        this.unreadable = new UnreadablePages(parts.database());
    }

    /** Adds the route; returns what it holds open, to be closed when the route is no more. */
    AutoCloseable addTo(CamelContext context) throws Exception {
        Cursors cursors = new Cursors(parts.database());
        StreamGauges gauges = new StreamGauges(polled, parts.asOf(), parts.wallClock(), parts.meters());
        if (polled.connector().transport() instanceof Transport.FileDrop drop
                && polled.stream().source() instanceof FileSource source) {
            FileDesk desk = desk(drop, source);
            addTaken(
                    context,
                    errand(cursors, gauges, new AdvanceFile(desk), desk),
                    new ReadFile(polled, desk, parts.asOf(), parts.wallClock()));
            return desk;
        }
        AutoCloseable nothing = () -> {};
        if (polled.connector().transport() instanceof Transport.Jms) {
            route().addTo(context, errand(cursors, gauges, new AcknowledgeMessages(), nothing));
            return nothing;
        }
        Errand errand = errand(cursors, gauges, new AdvanceCursor(polled, cursors, gauges), nothing);
        SentRows sentRows = new SentRows(polled.stream(), parts.asOf(), parts.wallClock());
        route().addTo(context, errand.leavingOut(sentRows));
        return nothing;
    }

    private void addTaken(CamelContext context, Errand errand, Processor read) throws Exception {
        route().addTo(
                        context,
                        errand,
                        PortalRoute.step(TemplatedRouteBuilder.builder(context, PollTemplates.HELD), "edge", read));
    }

    private PortalRoute route() {
        return new PortalRoute(polled, polled.routeId(), parts.asOf(), parts.wallClock());
    }

    private boolean isSkipped(String contentHash) {
        return unreadable.isSkipped(polled.portal(), polled.stream().name(), contentHash);
    }

    /** Stops the route of a stream and takes everything of it out of the context. */
    static void remove(PolledStream polled, CamelContext context, MeterRegistry meters) throws Exception {
        PortalRoute.remove(context, polled.routeId(), polled.connector().transport());
        StreamGauges.remove(polled, meters);
    }

    private Errand errand(Cursors cursors, StreamGauges gauges, Processor advance, AutoCloseable desk) {
        StreamHealth health = new StreamHealth(parts.database());
        FailPoll fail = new FailPoll(polled, health, unreadable, parts);
        return new Errand(
                new BeginPoll(polled, cursors, parts.asOf(), parts.wallClock()),
                new NextTurn(polled, polled.routeId(), parts),
                new SendPages(sender),
                advance,
                new EndPoll(polled, health, unreadable, gauges),
                exchange -> {
                    try (desk) {
                        fail.process(exchange);
                    }
                },
                this::isSkipped);
    }

    private FileDesk desk(Transport.FileDrop drop, FileSource source) {
        return new FileDesk(
                polled,
                drop,
                source,
                PortalRoute.folder(polled, drop, source, parts.wallClock()),
                new DroppedFiles(parts.database()),
                unreadable);
    }
}
