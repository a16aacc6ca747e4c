package in.sangam.app.certify;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.app.simulate.Example;
import in.sangam.app.simulate.SimulatedPortal;
import in.sangam.app.simulate.SimulatedPortal.Fault;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Settings;
import in.sangam.kit.Stream;
import in.sangam.routes.Queues;
import in.sangam.routes.broker.BrokerControl;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Certifies one connector: its examples, then the whole way of its rows from a simulated portal to the store, with everything that
 * portals do wrong. What it needs of a portal it takes from the folder; nothing of the live portal is touched.
 */
public final class Certification {

    /** The key that pseudonyms in examples are made with. */
    public static final String EXAMPLE_KEY = "a key for tests";

    private static final int SIDE_BY_SIDE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final CertificationHub hub;

    public Certification(CertificationHub hub) {
        this.hub = hub;
    }

    /**
     * Certifies the connectors of several folders, {@value #SIDE_BY_SIDE} side by side: most of the time a hub waits.
     *
     * @param each is given the certificates one after the other, in the order of the folders
     */
    public void of(List<Path> folders, Consumer<Certificate> each) {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Future<Certificate>> all = folders.stream()
                    .map(folder -> threads.submit(() -> of(folder)))
                    .toList();
            for (Future<Certificate> next : all) {
                each.accept(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Certifies the connector of a folder; throws {@code ConfigException} when its manifest is wrong. */
    public Certificate of(Path folder) {
        Connector declared = Connectors.read(
                folder,
                Settings.of(Map.of(Connectors.PSEUDONYM_KEY, EXAMPLE_KEY)).or(Settings.unset()));
        List<Certificate.Line> lines = new ArrayList<>();
        Map<String, TestRows> rows = new HashMap<>();
        for (Stream stream : declared.streams()) {
            List<Example> examples = Example.of(folder, stream.name());
            new ExampleChecks(hub.config(), stream, examples, lines).run();
            examples.stream()
                    .filter(Example::good)
                    .findFirst()
                    .ifPresent(example -> rows.put(stream.name(), new TestRows(stream, example)));
        }
        if (!SimulatedPortal.canPlay(folder)) {
            lines.add(new Certificate.Line(
                    "live way",
                    "",
                    Certificate.Outcome.NOT_APPLICABLE,
                    "A portal of this transport is not simulated yet: its examples alone are judged."));
        } else if (rows.size() == declared.streams().size() && !rows.isEmpty()) {
            live(folder, declared, rows, lines);
        }
        return new Certificate(
                declared.id(), declared.title(), declared.owner(), declared.hash(), Instant.now(), List.copyOf(lines));
    }

    private void live(Path folder, Connector declared, Map<String, TestRows> rows, List<Certificate.Line> lines) {
        try (SimulatedPortal portal = SimulatedPortal.start(folder, declared, 0, hub.server());
                HikariDataSource database = hub.database();
                CertificationLane lane = hub.lane()) {
            AtomicBoolean wrong = new AtomicBoolean();
            Settings settings = name -> name.equals(Connectors.PSEUDONYM_KEY)
                    ? EXAMPLE_KEY
                    : wrong.get() && portal.credentials().contains(name)
                            ? "wrong"
                            : portal.settings().get(name);
            Connector connector = Connectors.read(folder, settings);
            Instant asOf = asOf(connector, rows);
            List<StreamChecks> checks = connector.streams().stream()
                    .map(stream -> new StreamChecks(
                            stream,
                            Objects.requireNonNull(rows.get(stream.name()), "Each stream has examples"),
                            portal,
                            new StoredView(database, stream),
                            asOf,
                            PATIENCE,
                            lines))
                    .toList();
            if (!portal.credentials().isEmpty()) {
                wrong.set(true);
                try (var running = lane.start(connector, database, asOf)) {
                    checks.forEach(StreamChecks::badCredential);
                }
                wrong.set(false);
            }
            checks.forEach(StreamChecks::serve);
            portal.publish();
            try (var running = lane.start(connector, database, asOf)) {
                checks.forEach(StreamChecks::judge);
            }
            checks.forEach(StreamChecks::serveOneMore);
            portal.publish();
            try (var running = lane.start(connector, database, asOf)) {
                checks.forEach(StreamChecks::restart);
                unreadable(portal, checks);
            }
            new RateCheck(declared, portal.requests(), lines).run();
            drained(lane.queues(), lines);
        }
    }

    private void unreadable(SimulatedPortal portal, List<StreamChecks> checks) {
        if (portal.unreadable() == Fault.NONE) {
            return;
        }
        portal.fault(portal.unreadable());
        checks.forEach(StreamChecks::unreadable);
        portal.fault(Fault.NONE);
        checks.forEach(StreamChecks::readableAgain);
    }

    private static void drained(BrokerControl queues, List<Certificate.Line> lines) {
        boolean none = Queues.ALL.stream().allMatch(queue -> queues.waiting(Queues.deadLettersOf(queue)) == 0);
        lines.add(new Certificate.Line(
                "dead letters",
                "",
                none ? Certificate.Outcome.PASSED : Certificate.Outcome.FAILED,
                none ? "No page became a dead letter." : "A page became a dead letter: its cause stands in the log."));
    }

    /** An hour after the latest cursor among the examples, so that they lie neither in the future nor long ago. */
    private static Instant asOf(Connector connector, Map<String, TestRows> rows) {
        Instant latest = Instant.EPOCH;
        for (Stream stream : connector.streams()) {
            Cursor cursor = stream.cursor();
            TestRows of = rows.get(stream.name());
            if (cursor == null || of == null || cursor.form() == Cursor.Form.NUMBER) {
                continue;
            }
            String text = cursor.read(
                    JsonPath.of(cursor.field()).in(of.example().row()).asText(""), FAR);
            if (text != null) {
                Instant at = cursor.form() == Cursor.Form.DAY
                        ? LocalDate.parse(text)
                                .plusDays(1)
                                .atStartOfDay(in.sangam.core.record.CanonicalRecord.INDIA)
                                .toInstant()
                        : java.time.OffsetDateTime.parse(text).toInstant();
                latest = at.isAfter(latest) ? at : latest;
            }
        }
        return latest.equals(Instant.EPOCH) ? Instant.now() : latest.plus(Duration.ofHours(1));
    }
}
