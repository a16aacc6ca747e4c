package in.sangam.app.certify;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.certify.Certificate.Outcome;
import in.sangam.app.simulate.Example;
import in.sangam.app.simulate.SimulatedPortal;
import in.sangam.app.simulate.SimulatedPortal.Fault;
import in.sangam.core.config.HubConfig;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Settings;
import in.sangam.kit.Stream;
import in.sangam.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connector under certification: its portal, simulated from its folder, and what was found so far. */
final class Candidate implements AutoCloseable {

    /** Stands for the addresses that only sinks need: nothing is delivered while a connector is certified. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final Path folder;
    private final Connector declared;
    private final Map<String, TestRows> rows;
    private final List<Line> lines;
    private volatile boolean wrongCredentials;
    private @Nullable SimulatedPortal portal;
    private @Nullable Connector connector;
    private List<StreamChecks> checks = List.of();

    private Candidate(Path folder, Connector declared, Map<String, TestRows> rows, List<Line> lines) {
        this.folder = folder;
        this.declared = declared;
        this.rows = rows;
        this.lines = lines;
    }

    /** Reads a folder and judges its examples; throws {@code ConfigException} when its manifest is wrong. */
    static Candidate of(Path folder, HubConfig config) {
        Connector declared = Connectors.read(
                folder,
                Settings.of(Map.of(Connectors.PSEUDONYM_KEY, Certification.EXAMPLE_KEY))
                        .or(Settings.unset()));
        List<Line> lines = new ArrayList<>();
        Map<String, TestRows> rows = new HashMap<>();
        for (Stream stream : declared.streams()) {
            List<Example> examples = Example.of(folder, stream.name());
            new ExampleChecks(config, stream, examples, lines).run();
            examples.stream()
                    .filter(Example::good)
                    .findFirst()
                    .ifPresent(example -> rows.put(stream.name(), new TestRows(stream, example)));
        }
        if (declared.streams().isEmpty()) {
            String sentence = "The portal gives no stream; its manifest is valid, and sinks are given nothing here.";
            lines.add(new Line("live way", "", Outcome.NOT_APPLICABLE, sentence));
        } else if (!SimulatedPortal.canPlay(folder)) {
            lines.add(new Line(
                    "live way",
                    "",
                    Outcome.NOT_APPLICABLE,
                    "A portal of this transport is not simulated yet: its examples alone are judged."));
        }
        return new Candidate(folder, declared, rows, lines);
    }

    /** Whether its portal can be simulated, with an example for each stream. */
    boolean isPlayable() {
        return SimulatedPortal.canPlay(folder)
                && rows.size() == declared.streams().size()
                && !rows.isEmpty();
    }

    /** Starts its portal and reads the connector with that portal's settings. */
    void open(PostgresServer server, HikariDataSource database, Instant asOf, Duration patience) {
        SimulatedPortal started = SimulatedPortal.start(folder, declared, 0, server);
        portal = started;
        Settings settings = name -> name.equals(Connectors.PSEUDONYM_KEY)
                ? Certification.EXAMPLE_KEY
                : wrongCredentials && started.credentials().contains(name)
                        ? "wrong"
                        : started.settings().getOrDefault(name, NOWHERE);
        Connector read = Connectors.read(folder, settings);
        connector = read;
        checks = read.streams().stream()
                .map(stream -> new StreamChecks(
                        stream,
                        Objects.requireNonNull(rows.get(stream.name()), "Each stream has examples"),
                        started,
                        new StoredView(database, stream),
                        asOf,
                        patience,
                        lines))
                .toList();
    }

    Connector connector() {
        return Objects.requireNonNull(connector, "opened");
    }

    List<StreamChecks> checks() {
        return checks;
    }

    boolean hasCredentials() {
        return !portal().credentials().isEmpty();
    }

    /** From now on the hub shows the portal wrong credentials, or right ones again. */
    void showWrongCredentials(boolean wrong) {
        wrongCredentials = wrong;
    }

    void publish() {
        portal().publish();
    }

    boolean canBeUnreadable() {
        return portal().unreadable() != Fault.NONE;
    }

    void becomeUnreadable() {
        portal().fault(portal().unreadable());
    }

    void becomeReadable() {
        portal().fault(Fault.NONE);
    }

    /** Judges what is not about one stream. */
    void judgeTheWhole(boolean noDeadLetters) {
        new RateCheck(declared, portal().requests(), lines).run();
        lines.add(new Line(
                "dead letters",
                "",
                noDeadLetters ? Outcome.PASSED : Outcome.FAILED,
                noDeadLetters
                        ? "No page became a dead letter."
                        : "A page became a dead letter: its cause stands in the log."));
    }

    /** Returns the latest time in the cursors of the examples; the epoch when there is none. */
    Instant latest() {
        Instant latest = Instant.EPOCH;
        for (Stream stream : declared.streams()) {
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
                                .atStartOfDay(CanonicalRecord.INDIA)
                                .toInstant()
                        : OffsetDateTime.parse(text).toInstant();
                latest = at.isAfter(latest) ? at : latest;
            }
        }
        return latest;
    }

    Certificate certificate() {
        return new Certificate(
                declared.id(), declared.title(), declared.owner(), declared.hash(), Instant.now(), List.copyOf(lines));
    }

    private SimulatedPortal portal() {
        return Objects.requireNonNull(portal, "opened");
    }

    @Override
    public void close() {
        SimulatedPortal open = portal;
        portal = null;
        if (open != null) {
            open.close();
        }
    }
}
