package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Auth;
import in.sangam.kit.Source.FileSource;
import in.sangam.kit.Source.JmsSource;
import in.sangam.kit.Source.RestSource;
import in.sangam.kit.Source.SoapSource;
import in.sangam.kit.Source.SqlSource;
import in.sangam.kit.Transport;
import in.sangam.kit.Transport.SftpServer;
import in.sangam.routes.reach.Credentials;
import in.sangam.routes.reach.HttpPortal;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;

/** Makes a route through a stream's portal from the template of its transport: the steps that differ are put in here, by name. */
final class PortalRoute {

    private static final long SLACK_SECONDS = 5;

    private final PolledStream polled;
    private final String routeId;
    private final AsOfClock asOf;
    private final Clock wallClock;

    PortalRoute(PolledStream polled, String routeId, AsOfClock asOf, Clock wallClock) {
        this.polled = polled;
        this.routeId = routeId;
        this.asOf = asOf;
        this.wallClock = wallClock;
    }

    /** Adds the route of an errand to a portal that is asked. */
    void addTo(CamelContext context, Errand errand) throws Exception {
        addTo(context, errand, asked(context, errand));
    }

    /** Adds the route of an errand whose transport has put its own steps into a template already. */
    void addTo(CamelContext context, Errand errand, TemplatedRouteBuilder template) throws Exception {
        context.addRoutesConfigurations(new PollErrors(routeId, errand.fail()));
        step(
                        template,
                        "begin",
                        errand.begin(),
                        "turn",
                        errand.turn(),
                        "send",
                        errand.send(),
                        "advance",
                        errand.advance(),
                        "end",
                        errand.end())
                .routeId(routeId)
                .prefixId(routeId)
                .parameter("route", routeId)
                .parameter("look", polled.schedule().look().toMillis())
                .add();
    }

    /** Stops a route and takes everything of it out of the context; a portal that hangs is left behind in the end. */
    static void remove(CamelContext context, String routeId, Transport transport) throws Exception {
        context.getRouteController()
                .stopRoute(routeId, transport.timeout().toSeconds() + SLACK_SECONDS, TimeUnit.SECONDS);
        context.removeRoute(routeId);
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        RouteConfigurationDefinition errors = model.getRouteConfigurationDefinition(routeId);
        if (errors != null) {
            model.removeRouteConfiguration(errors);
        }
        if (transport instanceof Transport.Rest) {
            HttpPortal.remove(context, routeId);
        }
        if (transport instanceof Transport.Soap) {
            context.removeEndpoints("cxf:bean:" + soapName(routeId) + "*");
        }
    }

    private TemplatedRouteBuilder asked(CamelContext context, Errand errand) throws Exception {
        Transport transport = polled.connector().transport();
        CutPages cutPages = new CutPages(polled, wallClock);
        ReadAnswer readAnswer = new ReadAnswer(polled, cutPages, errand.skipped(), asOf);
        if (transport instanceof Transport.Rest rest && polled.stream().source() instanceof RestSource source) {
            Credentials credentials = Credentials.of(rest);
            return step(
                    template(context, PollTemplates.PLAIN, HttpPortal.endpoint(context, routeId, source.url(), rest)),
                    "ask",
                    new WriteRestRequest(rest, source, credentials),
                    "edge",
                    new ReadRestAnswer(polled, rest, credentials, readAnswer));
        }
        if (transport instanceof Transport.Sql sql && polled.stream().source() instanceof SqlSource source) {
            return step(
                    template(
                            context,
                            PollTemplates.PLAIN,
                            DatabasePortal.endpoint(polled.connector(), sql, source.size() + 1)),
                    "ask",
                    new WriteQuery(source),
                    "edge",
                    new ReadRows(polled, source, cutPages, asOf));
        }
        if (transport instanceof Transport.Soap soap && polled.stream().source() instanceof SoapSource source) {
            LastAnswer lastAnswer = new LastAnswer();
            SoapSignature signature = soap.auth() instanceof Auth.Certificate certificate
                    ? new SoapSignature(polled.portal(), certificate)
                    : null;
            context.getRegistry()
                    .bind(soapName(routeId), new SoapPortal(soap, source, lastAnswer, signature).endpoint(context));
            return step(
                    template(context, PollTemplates.SOAP, "cxf:bean:" + soapName(routeId) + "?synchronous=true"),
                    "ask",
                    new WriteSoapRequest(source, soap.url(), lastAnswer, signature),
                    "edge",
                    new ReadSoapAnswer(lastAnswer, readAnswer),
                    "fault",
                    new JudgeFault(polled, lastAnswer));
        }
        if (transport instanceof Transport.Jms jms && polled.stream().source() instanceof JmsSource source) {
            return step(
                    TemplatedRouteBuilder.builder(context, PollTemplates.HELD),
                    "edge",
                    new ReadQueue(polled, jms, source, errand.skipped(), asOf, wallClock));
        }
        if (transport instanceof Transport.FileDrop drop && polled.stream().source() instanceof FileSource source) {
            return step(
                    TemplatedRouteBuilder.builder(context, PollTemplates.HELD),
                    "edge",
                    new LookIntoFolder(folder(polled, drop, source, wallClock)));
        }
        throw new IllegalStateException(
                "Stream " + polled + " declares a source that does not belong to its connector's transport");
    }

    static DropFolder folder(PolledStream polled, Transport.FileDrop drop, FileSource source, Clock wallClock) {
        SftpServer server = drop.server();
        DropPlace place = server == null ? new LocalPlace(drop.folder()) : new SftpPlace(polled.portal(), drop, server);
        return new DropFolder(place, drop, source.files(), wallClock);
    }

    private static String soapName(String routeId) {
        return routeId + ".soap";
    }

    private static TemplatedRouteBuilder template(CamelContext context, String template, String portal) {
        return TemplatedRouteBuilder.builder(context, template).parameter("portal", portal);
    }

    static TemplatedRouteBuilder step(TemplatedRouteBuilder route, Object... namesAndSteps) {
        for (int i = 0; i < namesAndSteps.length; i += 2) {
            route.bean((String) namesAndSteps[i], Processor.class, namesAndSteps[i + 1]);
        }
        return route;
    }
}
