package in.sangam.routes;

import in.sangam.core.AsOfClock;
import in.sangam.core.measure.Measures;
import in.sangam.kit.Connector;
import in.sangam.kit.Settings;
import in.sangam.kit.Stream;
import in.sangam.kit.translate.Normaliser;
import in.sangam.routes.connect.ConnectorSwap;
import in.sangam.routes.connect.ConnectorWatch;
import in.sangam.routes.connect.LiveConnectors;
import in.sangam.routes.deliver.Deliveries;
import in.sangam.routes.deliver.DeliveryParts;
import in.sangam.routes.deliver.Flows;
import in.sangam.routes.error.ErrorTable;
import in.sangam.routes.error.JmsEntrance;
import in.sangam.routes.flow.KnownStreams;
import in.sangam.routes.flow.MeasureFlows;
import in.sangam.routes.flow.RecordFlows;
import in.sangam.routes.flow.TimedFlows;
import in.sangam.routes.flow.TimedWork;
import in.sangam.routes.flow.VaultFlow;
import in.sangam.routes.intake.Backlog;
import in.sangam.routes.pace.Paces;
import in.sangam.routes.poll.BackfillRoutes;
import in.sangam.routes.poll.PollParts;
import in.sangam.routes.poll.Polls;
import in.sangam.routes.push.Pushes;
import in.sangam.routes.reach.HttpPortal;
import in.sangam.routes.release.ReleaseFlow;
import in.sangam.store.Answers;
import in.sangam.store.Audit;
import in.sangam.store.DeltaFolder;
import in.sangam.store.Outbox;
import in.sangam.store.PageStore;
import in.sangam.store.PageVault;
import in.sangam.store.Quarantine;
import in.sangam.store.Releases;
import in.sangam.store.read.QuarantineReader;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.jspecify.annotations.Nullable;

/** All routes of the hub. Made once, added to a Camel context before it starts, closed after it has stopped. */
public final class RoutesConfiguration implements AutoCloseable {

    /**
     * What the routes are made of.
     *
     * @param broker the one connection factory of the hub; the same object for everything
     * @param mostDeliveries deliveries after which the broker gives a message up, see {@code BrokerSettings}
     * @param database the hub's own, migrated
     * @param vault keeps the bytes of answers that cannot be read, null where there is none
     * @param answers what persons have answered about unknown words, the same object that the normaliser asks about places
     * @param node name of this hub node, the same after a restart
     * @param every time between two polls of a stream, usually {@code Stream::every}
     * @param publishEvery time between two looks for changed KPI values
     */
    public record Parts(
            ConnectionFactory broker,
            int mostDeliveries,
            DataSource database,
            @Nullable PageVault vault,
            List<Connector> connectors,
            Normaliser normaliser,
            Answers answers,
            Measures measures,
            KpiPublisher publisher,
            Flows flows,
            AsOfClock asOf,
            String node,
            Function<Stream, Duration> every,
            Duration publishEvery,
            MeterRegistry meters) {}

    private final Parts parts;
    private final Backlog backlog;
    private final Paces paces = new Paces();
    private final PollParts pollParts;
    private final Polls polls;
    private final Pushes pushes;
    private final LiveConnectors live;
    private @Nullable Path watched;
    private @Nullable Settings settings;
    private List<TimedWork> timed = List.of();

    public RoutesConfiguration(Parts parts) {
        this.parts = parts;
        this.live = new LiveConnectors(parts.connectors());
        this.backlog = new Backlog(parts.broker());
        this.pollParts = new PollParts(
                parts.broker(),
                backlog,
                parts.database(),
                parts.vault(),
                parts.asOf(),
                Clock.systemUTC(),
                parts.node(),
                paces,
                parts.every(),
                parts.meters());
        this.polls = new Polls(pollParts, parts.connectors());
        this.pushes = new Pushes(parts.broker(), parts.database(), parts.asOf(), Clock.systemUTC());
    }

    /** Lets changes in a folder of connectors take effect while the hub runs. */
    public RoutesConfiguration watching(Path folder, Settings of) {
        watched = folder;
        settings = of;
        return this;
    }

    /** Gives each of these a route with a timer. */
    public RoutesConfiguration doing(List<TimedWork> works) {
        timed = List.copyOf(works);
        return this;
    }

    /** Returns the paces of all portals, for whatever else calls one. */
    public Paces paces() {
        return paces;
    }

    /** Returns the connectors as they are in force. */
    public LiveConnectors connectors() {
        return live;
    }

    /** Adds components, error table and routes to a context. */
    public void addTo(CamelContext context) throws Exception {
        ManagementAgent console = context.getManagementStrategy().getManagementAgent();
        if (console != null) {
            // It walks through the steps of all routes again and again: it gets those that have a name.
            console.setOnlyRegisterProcessorWithCustomId(true);
        }
        context.addComponent("jms", JmsEntrance.of(parts.broker()));
        HttpPortal.addTo(context);
        ErrorTable errors = new ErrorTable(parts.meters(), parts.mostDeliveries());
        context.addRoutesConfigurations(errors);
        parts.answers().renew();
        KnownStreams streams = new KnownStreams(parts.connectors(), parts.answers());
        context.addRoutes(new RecordFlows(
                streams,
                parts.normaliser(),
                parts.answers(),
                new PageStore(parts.database(), parts.measures(), parts.flows().records()),
                errors.giveUp(),
                parts.meters()));
        context.addRoutes(new ReleaseFlow(new Releases(parts.database()), parts.broker()));
        context.addRoutes(new MeasureFlows(
                new DeltaFolder(parts.database()),
                parts.publisher(),
                parts.flows().of(Flows.KPI_VALUE),
                parts.publishEvery()));
        PageVault vault = parts.vault();
        if (vault != null) {
            context.addRoutes(new VaultFlow(vault, Clock.systemUTC()));
        }
        Deliveries deliveries = new Deliveries(
                new DeliveryParts(new Outbox(parts.database()), paces, Clock.systemUTC(), parts.meters()),
                parts.connectors());
        deliveries.addTo(context);
        polls.addTo(context);
        for (Connector each : parts.connectors()) {
            pushes.add(context, each);
        }
        context.addRoutes(new BackfillRoutes(pollParts, polls));
        context.addRoutes(new TimedFlows(timed));
        if (watched != null && settings != null) {
            context.addRoutes(new ConnectorWatch(
                    watched,
                    settings,
                    live,
                    new ConnectorSwap(
                            live,
                            polls,
                            pushes,
                            deliveries,
                            streams,
                            new Quarantine(parts.database()),
                            new QuarantineReader(parts.database())),
                    new Audit(parts.database()),
                    parts.meters()));
        }
    }

    /** Returns the streams that portals push. */
    public Pushes pushes() {
        return pushes;
    }

    /** Returns the polls, to make one due at once. */
    public Polls polls() {
        return polls;
    }

    @Override
    public void close() throws Exception {
        polls.close();
        pushes.close();
        backlog.close();
    }
}
