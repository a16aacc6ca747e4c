package in.sangam.app.simulate;

import in.sangam.kit.Connector;
import in.sangam.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A portal that speaks a connector's declared protocol and serves the rows it is given. */
public interface SimulatedPortal extends AutoCloseable {

    /** What it may do wrong. */
    enum Fault {
        NONE,
        /** A page of HTML with status 200. */
        HTML,
        /** An answer, file or message, that ends in its middle. */
        TRUNCATED,
        /** Status 500. */
        BROKEN,
        /** Status 429 with {@code Retry-After: 1}. */
        THROTTLED
    }

    /** Returns the settings by which the hub reaches it, credentials included. */
    Map<String, String> settings();

    /** Returns the names of the settings that are credentials; none where the connector declares none. */
    List<String> credentials();

    /** Returns a value of a credential that is whole, and that the portal does not know. */
    default String wrong(String credential) {
        return "wrong";
    }

    /** Returns a connector as it reaches this portal, where settings alone do not lead there. */
    default Connector reaching(Connector connector) {
        return connector;
    }

    /** Returns the sentence of what a real portal shows and this one cannot; empty when there is nothing. */
    default String notShown() {
        return "";
    }

    /** Returns what it has of a stream, to add to. */
    ServedRows rows(String stream);

    /** Returns where it takes deliveries; null where it has no entrance for any. */
    default @Nullable DeliveryDesk desk() {
        return null;
    }

    /** Makes what was added visible; for a database it writes the rows. */
    void publish();

    /** Does one thing wrong from now on; throws {@link UnsupportedOperationException} where the protocol has no such fault. */
    void fault(Fault fault);

    /** Returns the fault that makes an answer unreadable as a whole; {@link Fault#NONE} for a database, which has none. */
    Fault unreadable();

    /** Returns when requests came, in nanoseconds of {@link System#nanoTime}; empty where nobody asks, or none tells. */
    List<Long> requests();

    /** Returns the most rows that one answer brings, whatever the hub asks for. */
    int rowsOfAnAnswer();

    @Override
    void close();

    /**
     * Starts the portal of a connector.
     *
     * @param port 0 for any free one; of HTTP alone
     * @param server where the tables of a portal that is a database are made; null will do for all others
     */
    static SimulatedPortal start(Path folder, Connector connector, int port, @Nullable PostgresServer server) {
        Manifest manifest = new Manifest(folder);
        SimulatedPortal portal =
                switch (manifest.transport()) {
                    case "rest" -> new RestPortal(manifest, connector, port);
                    case "soap" -> new SoapPortal(manifest, connector, port);
                    case "jms" -> new JmsPortal(manifest, connector);
                    case "file" -> new FilePortal(manifest, connector);
                    default ->
                        new SqlPortal(folder, manifest, connector, Objects.requireNonNull(server, "a database server"));
                };
        return portal.desk() == null && manifest.hasDeliver()
                ? new PortalWithEntrance(portal, new EntrancePortal(manifest, connector, port))
                : portal;
    }

    /** Tells whether this portal can be played at all. */
    static boolean canPlay(Path folder) {
        return new Manifest(folder).simulated();
    }

    /** Tells whether this portal drops files into a folder. */
    static boolean isDropFolder(Path folder) {
        return new Manifest(folder).transport().equals("file");
    }

    /** Tells whether only a database can play this portal. */
    static boolean needsDatabase(Path folder) {
        return new Manifest(folder).transport().equals("sql");
    }
}
