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

    void addTo(CamelContext context) throws Exception {
        Cursors cursors = new Cursors(parts.database());
        StreamGauges gauges = new StreamGauges(polled, parts.asOf(), parts.wallClock(), parts.meters());
        PortalRoute route = new PortalRoute(polled, polled.routeId(), parts.asOf(), parts.wallClock());
        if (polled.connector().transport() instanceof Transport.FileDrop drop
                && polled.stream().source() instanceof FileSource source) {
            FileDesk desk = desk(drop, source);
            route.addTo(
                    context,
                    errand(cursors, gauges, new AdvanceFile(desk)),
                    PortalRoute.step(
                            TemplatedRouteBuilder.builder(context, PollTemplates.FILE),
                            "edge",
                            new ReadFile(polled, desk, parts.asOf(), parts.wallClock())));
        } else {
            route.addTo(context, errand(cursors, gauges, new AdvanceCursor(polled, cursors, gauges)));
        }
    }

    /** Stops the route of a stream and takes everything of it out of the context. */
    static void remove(PolledStream polled, CamelContext context, MeterRegistry meters) throws Exception {
        PortalRoute.remove(context, polled.routeId(), polled.connector().transport());
        StreamGauges.remove(polled, meters);
    }

    private Errand errand(Cursors cursors, StreamGauges gauges, Processor advance) {
        StreamHealth health = new StreamHealth(parts.database());
        return new Errand(
                new BeginPoll(polled, cursors, parts.asOf(), parts.wallClock()),
                new NextTurn(polled, polled.routeId(), parts),
                new SendPages(sender),
                advance,
                new EndPoll(polled, health, unreadable, gauges),
                new FailPoll(polled, health, unreadable, parts),
                hash -> unreadable.isSkipped(polled.portal(), polled.stream().name(), hash));
    }

    private FileDesk desk(Transport.FileDrop drop, FileSource source) {
        return new FileDesk(
                polled,
                drop,
                source,
                new DropFolder(drop, source.files(), parts.wallClock()),
                new DroppedFiles(parts.database()),
                unreadable);
    }
}
