package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Source.FileSource;
import in.sangam.kit.Source.RestSource;
import in.sangam.kit.Source.SoapSource;
import in.sangam.kit.Source.SqlSource;
import in.sangam.kit.Transport;
import in.sangam.routes.reach.Credentials;
import in.sangam.routes.reach.HttpPortal;
import in.sangam.store.Cursors;
import in.sangam.store.DroppedFiles;
import in.sangam.store.PollLease;
import in.sangam.store.StreamHealth;
import in.sangam.store.UnreadablePages;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;

/** Makes the route of one stream from the template of its transport: the steps that differ are put in here, by name. */
final class PollRoute {

    private static final long SLACK_SECONDS = 5;

    private final PolledStream polled;
    private final PollParts parts;
    private final PageSender sender;
    private final Cursors cursors;
    private final CutPages cutPages;
    private final UnreadablePages unreadable;
    private final ReadAnswer readAnswer;

    PollRoute(PolledStream polled, PollParts parts, PageSender sender) {
        this.polled = polled;
        this.parts = parts;
        this.sender = sender;
        this.cursors = new Cursors(parts.database());
        this.cutPages = new CutPages(polled, parts.wallClock());
        this.unreadable = new UnreadablePages(parts.database());
        this.readAnswer = new ReadAnswer(polled, cutPages, unreadable, parts.asOf());
    }

    void addTo(CamelContext context) throws Exception {
        StreamGauges gauges = new StreamGauges(polled, parts.asOf(), parts.wallClock(), parts.meters());
        StreamHealth health = new StreamHealth(parts.database());
        context.addRoutesConfigurations(new PollErrors(polled, new FailPoll(polled, health, unreadable, parts)));
        step(
                        transport(context, new AdvanceCursor(polled, cursors, gauges)),
                        "begin",
                        new BeginPoll(polled, cursors, parts.asOf()),
                        "turn",
                        new NextTurn(polled, new PollLease(parts.database()), parts.node()),
                        "send",
                        new SendPages(sender),
                        "end",
                        new EndPoll(polled, health, unreadable, gauges))
                .routeId(polled.routeId())
                .prefixId(polled.stream().id())
                .parameter("stream", polled.stream().id())
                .add();
    }

    /** Stops the route of a stream and takes everything of it out of the context; a portal that hangs is left behind in the end. */
    static void remove(PolledStream polled, CamelContext context, MeterRegistry meters) throws Exception {
        String id = polled.routeId();
        Transport transport = polled.connector().transport();
        context.getRouteController().stopRoute(id, transport.timeout().toSeconds() + SLACK_SECONDS, TimeUnit.SECONDS);
        context.removeRoute(id);
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        RouteConfigurationDefinition errors = model.getRouteConfigurationDefinition(id);
        if (errors != null) {
            model.removeRouteConfiguration(errors);
        }
        if (transport instanceof Transport.Rest) {
            HttpPortal.remove(context, id);
        }
        if (transport instanceof Transport.Sql) {
            context.removeEndpoints("jdbc:" + DatabasePortal.nameOf(polled.connector()) + "*");
        }
        if (transport instanceof Transport.Soap) {
            context.removeEndpoints("cxf:bean:" + polled.stream().id() + ".soap*");
        }
        StreamGauges.remove(polled, meters);
    }

    private TemplatedRouteBuilder transport(CamelContext context, Processor advance) throws Exception {
        Transport transport = polled.connector().transport();
        AsOfClock asOf = parts.asOf();
        if (transport instanceof Transport.Rest rest && polled.stream().source() instanceof RestSource source) {
            Credentials credentials = Credentials.of(rest);
            return step(
                    template(
                            context,
                            PollTemplates.PLAIN,
                            HttpPortal.endpoint(context, polled.routeId(), source.url(), rest)),
                    "ask",
                    new WriteRestRequest(rest, source, credentials),
                    "edge",
                    new ReadRestAnswer(polled, rest, credentials, readAnswer),
                    "advance",
                    advance);
        }
        if (transport instanceof Transport.Sql sql && polled.stream().source() instanceof SqlSource source) {
            return step(
                    template(context, PollTemplates.PLAIN, DatabasePortal.endpoint(polled.connector(), sql)),
                    "ask",
                    new WriteQuery(source),
                    "edge",
                    new ReadRows(polled, cutPages, asOf),
                    "advance",
                    advance);
        }
        if (transport instanceof Transport.Soap soap && polled.stream().source() instanceof SoapSource source) {
            String name = polled.stream().id() + ".soap";
            LastAnswer lastAnswer = new LastAnswer();
            context.getRegistry().bind(name, new SoapPortal(soap, source, lastAnswer).endpoint(context));
            return step(
                    template(context, PollTemplates.SOAP, "cxf:bean:" + name + "?synchronous=true"),
                    "ask",
                    new WriteSoapRequest(source, lastAnswer),
                    "edge",
                    new ReadSoapAnswer(lastAnswer, readAnswer),
                    "fault",
                    new JudgeFault(polled, lastAnswer),
                    "advance",
                    advance);
        }
        if (transport instanceof Transport.FileDrop drop && polled.stream().source() instanceof FileSource source) {
            FileDesk desk = new FileDesk(
                    polled,
                    drop,
                    source,
                    new DropFolder(drop, source.files(), parts.wallClock()),
                    new DroppedFiles(parts.database()),
                    unreadable);
            return step(
                    TemplatedRouteBuilder.builder(context, PollTemplates.FILE),
                    "edge",
                    new ReadFile(polled, desk, asOf, parts.wallClock()),
                    "advance",
                    new AdvanceFile(desk));
        }
        throw new IllegalStateException(
                "Stream " + polled + " declares a source that does not belong to its connector's transport");
    }

    private static TemplatedRouteBuilder template(CamelContext context, String template, String portal) {
        return TemplatedRouteBuilder.builder(context, template).parameter("portal", portal);
    }

    private static TemplatedRouteBuilder step(TemplatedRouteBuilder route, Object... namesAndSteps) {
        for (int i = 0; i < namesAndSteps.length; i += 2) {
            route.bean((String) namesAndSteps[i], Processor.class, namesAndSteps[i + 1]);
        }
        return route;
    }
}
