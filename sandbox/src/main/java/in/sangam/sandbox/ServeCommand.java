package in.sangam.sandbox;

import in.sangam.sandbox.home.SandboxDatabases;
import in.sangam.sandbox.home.SandboxFolder;
import in.sangam.sandbox.home.Tables;
import in.sangam.sandbox.ledger.Ledger;
import in.sangam.sandbox.shape.Shaping;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills the portals when they are empty, and runs them until the process is told to stop. */
@Command(
        name = "serve",
        description = "Fills the portals at the first start and serves them until SIGTERM. Addresses and credentials "
                + "appear in DIR/sandbox.properties when all portals answer.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ServeCommand implements Callable<Integer> {

    static final String PROPERTIES = "sandbox.properties";

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of this sandbox.")
    private Path data;

    @Option(names = "--as-of", paramLabel = "ISO", description = "The portals' now; 2026-10-31T18:00:00+05:30.")
    private @Nullable OffsetDateTime asOf;

    @Option(names = "--seed", paramLabel = "N", description = "What all chance is drawn from; 20261031.")
    private @Nullable Long seed;

    @Option(names = "--scale", paramLabel = "X", description = "Share of the full number of records; 1.0.")
    private @Nullable Double scale;

    @Option(names = "--port", defaultValue = "0", description = "Port of the HTTP portals; 0: as last time, or any.")
    private int port;

    @Option(names = "--control-port", defaultValue = "0", description = "Port of the control API; likewise.")
    private int controlPort;

    @Option(names = "--ledger-out", paramLabel = "DIR", description = "Writes the ledger there before serving.")
    private @Nullable Path ledgerOut;

    @Spec
    private CommandSpec spec;

    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() throws Exception {
        SandboxFolder folder = SandboxFolder.take(data)
                .orElseThrow(() -> new Refused("A sandbox already runs in " + data + "; stop it (its pid is in "
                        + data.resolve(PROPERTIES) + "), or choose another --data"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try (folder) {
            folder.remove(PROPERTIES);
            serve(folder);
            return 0;
        } finally {
            stopped.countDown();
        }
    }

    private void serve(SandboxFolder folder) throws Exception {
        say("Opening the portals' databases");
        try (SandboxDatabases databases = SandboxDatabases.open(folder)) {
            Tables tables = databases.tables();
            FillSetting setting = FillSetting.choose(databases, asOf, seed, scale);
            Shaping.fill(tables, setting.asOf().toInstant(), setting.seed(), setting.scale(), this::say);
            if (ledgerOut != null) {
                new Ledger(tables.portals()).write(ledgerOut);
                say("Ledger written to " + ledgerOut);
            }
            try (Sandbox sandbox = new Sandbox(folder, tables, port, controlPort)) {
                Properties properties = sandbox.addresses();
                properties.setProperty(
                        "pid", Long.toString(ProcessHandle.current().pid()));
                properties.setProperty("as-of", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(setting.asOf()));
                properties.setProperty("seed", Long.toString(setting.seed()));
                folder.write(
                        PROPERTIES, properties, "A running sandbox: public event logs relabelled, not Bihar's records");
                say("Portals as of " + properties.getProperty("as-of") + ", seed " + setting.seed() + ": "
                        + properties.getProperty("rtps.url") + " and others, in " + folder.resolve(PROPERTIES));
                stopAsked.await();
            } finally {
                folder.remove(PROPERTIES);
            }
        }
    }

    /** Runs when the JVM was told to end: lets the portals go in order before it does. */
    private void stop() {
        stopAsked.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
