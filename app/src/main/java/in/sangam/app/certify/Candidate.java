package in.sangam.app.certify;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.certify.Certificate.Outcome;
import in.sangam.app.simulate.DeliveryDesk;
import in.sangam.app.simulate.SimulatedPortal;
import in.sangam.app.simulate.SimulatedPortal.Fault;
import in.sangam.core.config.HubConfig;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connector under certification: its portal, simulated from its folder, and what was found so far. */
final class Candidate implements AutoCloseable {

    /** Stands for settings that the simulated portal does not know. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private final Path folder;
    private final Connector declared;
    private final Specimens specimens;
    private final List<Line> lines;
    private volatile boolean wrongCredentials;
    private @Nullable SimulatedPortal portal;
    private @Nullable Connector connector;
    private List<StreamChecks> checks = List.of();
    private List<SinkChecks> sinkChecks = List.of();

    private Candidate(Path folder, Connector declared, Specimens specimens, List<Line> lines) {
        this.folder = folder;
        this.declared = declared;
        this.specimens = specimens;
        this.lines = lines;
    }

    /** Reads a folder and judges its examples; throws {@code ConfigException} when its manifest is wrong. */
    static Candidate of(Path folder, HubConfig config) {
        Connector declared = Connectors.read(
                folder,
                Settings.of(Map.of(Connectors.PSEUDONYM_KEY, Certification.EXAMPLE_KEY))
                        .or(Settings.unset()));
        List<Line> lines = new ArrayList<>();
        Specimens specimens = Specimens.of(folder, declared, config, lines);
        if (!SimulatedPortal.canPlay(folder)) {
            lines.add(new Line(
                    "live way",
                    "",
                    Outcome.NOT_APPLICABLE,
                    "A portal of this transport is not simulated yet: its examples alone are judged."));
        }
        return new Candidate(folder, declared, specimens, lines);
    }

    /** Whether its portal can be simulated, with an example for each stream. */
    boolean isPlayable() {
        return SimulatedPortal.canPlay(folder) && specimens.areComplete();
    }

    /** Starts its portal and reads the connector with that portal's settings. */
    void open(PostgresServer server, HikariDataSource database, Instant asOf, Duration patience) {
        SimulatedPortal started = SimulatedPortal.start(folder, declared, 0, server);
        portal = started;
        Settings settings = name -> name.equals(Connectors.PSEUDONYM_KEY)
                ? Certification.EXAMPLE_KEY
                : wrongCredentials && credentials(started).contains(name)
                        ? started.wrong(name)
                        : started.settings().getOrDefault(name, NOWHERE);
        Connector read = started.reaching(Connectors.read(folder, settings));
        connector = read;
        checks = read.streams().stream()
                .map(stream -> new StreamChecks(
                        stream,
                        specimens.ofStream(stream),
                        started,
                        new StoredView(database, stream),
                        asOf,
                        patience,
                        lines))
                .toList();
        DeliveryDesk desk = started.desk();
        sinkChecks = desk == null
                ? List.of()
                : read.sinks().stream()
                        .filter(sink -> !specimens.ofSink(sink).isEmpty())
                        .map(sink -> new SinkChecks(
                                sink, specimens.ofSink(sink), desk, new OutboxView(database, sink), patience, lines))
                        .toList();
    }

    private static List<String> credentials(SimulatedPortal portal) {
        DeliveryDesk desk = portal.desk();
        List<String> all = new ArrayList<>(portal.credentials());
        all.addAll(desk == null ? List.of() : desk.credentials());
        return all;
    }

    Connector connector() {
        return Objects.requireNonNull(connector, "opened");
    }

    List<StreamChecks> checks() {
        return checks;
    }

    boolean hasCredentials() {
        return !credentials(portal()).isEmpty();
    }

    /** Runs while the hub shows wrong credentials. */
    void judgeBadCredentials() {
        if (!portal().credentials().isEmpty()) {
            checks.forEach(StreamChecks::badCredential);
        }
        DeliveryDesk desk = portal().desk();
        if (desk != null && !desk.credentials().isEmpty()) {
            sinkChecks.forEach(SinkChecks::badCredential);
        }
    }

    /** Runs while the hub shows right ones. */
    void judge() {
        checks.forEach(StreamChecks::judge);
        sinkChecks.forEach(SinkChecks::judge);
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
        if (!portal().notShown().isEmpty()) {
            lines.add(new Line("not shown", "", Outcome.NOT_APPLICABLE, portal().notShown()));
        }
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
        return specimens.latest();
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
