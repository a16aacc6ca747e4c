package in.sangam.routes;

import static org.awaitility.Awaitility.await;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.flow.RecordFlow;
import in.sangam.core.measure.Contribution;
import in.sangam.core.measure.Measures;
import in.sangam.core.record.RecordAssembler;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.kit.translate.Normaliser;
import in.sangam.routes.broker.BrokerAccount;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.broker.EmbeddedBroker;
import in.sangam.routes.deliver.Flows;
import in.sangam.store.Answers;
import in.sangam.store.Audit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.AdviceWithRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultSupervisingRouteController;
import org.apache.camel.util.function.ThrowingConsumer;

/** A hub of real parts, of the test connectors that a test names: real broker, real database, all routes. */
final class TestHub implements AutoCloseable {

    static final Instant AS_OF = Instant.parse("2026-10-31T12:30:00Z");
    private static final Path CONNECTORS = Path.of("src/test/resources/connectors");
    private static final HubConfig CONFIG = HubConfig.load(Path.of("../config"));
    private static final Measures SEEN = record -> record.place() == null
            ? List.of()
            : List.of(new Contribution(
                    "seen", record.place(), "", Objects.requireNonNull(record.day("registered")), BigDecimal.ONE));

    final Path folder;
    final HubDatabase database;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<Connector> connectors;
    private final Map<String, String> settings;
    EmbeddedBroker broker;
    ConnectionFactory connections;
    BrokerControl queues;
    DefaultCamelContext context;
    RoutesConfiguration routes;
    StreamControl control;
    KpiPublisher publisher = sinks -> {};
    List<RecordFlow> records = List.of();

    TestHub(Path folder, HubDatabase database, Map<String, String> settings, String... portals) throws IOException {
        this.folder = folder;
        this.database = database;
        this.settings = new HashMap<>(settings);
        this.settings.put(Connectors.PSEUDONYM_KEY, "a key for tests alone");
        Path chosen = Files.createDirectories(folder.resolve("connectors"));
        for (String portal : portals) {
            if (Files.notExists(chosen.resolve(portal))) { // a test may have written one of its own
                copy(CONNECTORS.resolve(portal), chosen.resolve(portal));
            }
        }
        this.connectors = Connectors.load(chosen, Settings.of(this.settings));
    }

    void setting(String name, String value) {
        settings.put(name, value);
    }

    TestHub start() throws Exception {
        startBroker();
        startRoutes();
        return this;
    }

    void startBroker() {
        broker = EmbeddedBroker.start(BrokerSettings.of(
                        folder.resolve("broker"),
                        new BrokerAccount("hub", "hub-pw"),
                        new BrokerAccount("viewer", "v-pw"))
                .withRedelivery(4, Duration.ofMillis(20)));
        connections = broker.connections();
        queues = new BrokerControl(connections);
    }

    void startRoutes() throws Exception {
        context = new DefaultCamelContext();
        context.setRouteController(new DefaultSupervisingRouteController());
        context.getShutdownStrategy().setTimeout(10);
        Answers answers = new Answers(database.source());
        routes = new RoutesConfiguration(new RoutesConfiguration.Parts(
                        connections,
                        4,
                        database.source(),
                        null,
                        connectors,
                        new Normaliser(new RecordAssembler(CONFIG.places().names(), CONFIG.rules(), answers)),
                        answers,
                        SEEN,
                        sinks -> publisher.publish(sinks),
                        new Flows(Map.of(Flows.KPI_VALUE, sinks()), records),
                        AsOfClock.fixed(AS_OF),
                        "test-node",
                        stream -> Duration.ofMillis(500),
                        Duration.ofMillis(300),
                        meters))
                .watching(folder.resolve("connectors"), Settings.of(settings));
        routes.addTo(context);
        context.start();
        await().until(() -> context.getRoutes().stream().allMatch(route -> context.getRouteController()
                .getRouteStatus(route.getRouteId())
                .isStarted()));
        control = new StreamControl(context, routes.polls(), queues, new Audit(database.source()));
    }

    /** Changes a route and starts it again, which the supervising controller leaves to whoever added it. */
    void advise(String routeId, ThrowingConsumer<AdviceWithRouteBuilder, Exception> change) throws Exception {
        AdviceWith.adviceWith(context, routeId, change);
        context.getRouteController().startRoute(routeId);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private List<String> sinks() {
        return connectors.stream()
                .flatMap(each -> each.sinks().stream())
                .map(each -> each.portal() + "." + each.name())
                .toList();
    }

    List<String> stored(String portal) {
        return database.texts("select source_id || ' ' || version_text from hub.record where portal = '" + portal
                + "' order by source_id");
    }

    String health(String portal) {
        return String.join(
                "",
                database.texts("select state || ' ' || coalesce(error_code, '') from hub.stream_health where portal = '"
                        + portal + "'"));
    }

    @Override
    public void close() throws Exception {
        if (context != null) {
            context.close();
            routes.close();
        }
        if (broker != null) {
            broker.close();
        }
    }
}
