package in.sangam.app.simulate;

import in.sangam.app.simulate.SimulatedPortal.Fault;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.kit.Stream;
import in.sangam.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A simulated portal with all examples of a connector, good and bad, on the database server it may need. */
public final class Simulation implements AutoCloseable {

    private static final String PSEUDONYM_KEY = "any";

    private final Path folder;
    private final SimulatedPortal portal;
    private final @Nullable PostgresServer server;
    private final Path home;

    private Simulation(Path folder, SimulatedPortal portal, @Nullable PostgresServer server, Path home) {
        this.folder = folder;
        this.portal = portal;
        this.server = server;
        this.home = home;
    }

    /** Starts the portal of a folder. */
    public static Simulation start(Path folder, int port, Fault fault) {
        Connector connector = Connectors.read(
                folder,
                Settings.of(Map.of(Connectors.PSEUDONYM_KEY, PSEUDONYM_KEY)).or(Settings.unset()));
        Path home = temporary();
        PostgresServer server = SimulatedPortal.needsDatabase(folder)
                ? PostgresServer.start(home.resolve("postgres"), 0, Map.of())
                : null;
        SimulatedPortal portal = SimulatedPortal.start(folder, connector, port, server);
        for (Stream stream : connector.streams()) {
            portal.rows(stream.name())
                    .add(Example.of(folder, stream.name()).stream()
                            .map(Example::row)
                            .toList());
        }
        portal.publish();
        if (fault != Fault.NONE) {
            portal.fault(fault);
        }
        return new Simulation(folder, portal, server, home);
    }

    /** Returns the connector as it reaches this portal. */
    public Connector connector() {
        return portal.reaching(Connectors.read(
                folder,
                Settings.of(portal.settings()).or(Settings.of(Map.of(Connectors.PSEUDONYM_KEY, PSEUDONYM_KEY)))));
    }

    /** Returns the settings by which a hub reaches it, credentials included. */
    public Map<String, String> settings() {
        return portal.settings();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("sangam-simulate");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no temporary folder", e);
        }
    }

    @Override
    public void close() {
        portal.close();
        if (server != null) {
            server.discard();
        }
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(each -> each.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + home + " cannot be removed", e);
        }
    }
}
