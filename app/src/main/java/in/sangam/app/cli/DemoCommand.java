package in.sangam.app.cli;

import in.sangam.app.data.AsOf;
import in.sangam.app.data.DataFolder;
import in.sangam.app.data.Logins;
import in.sangam.app.demo.Progress;
import in.sangam.app.demo.SandboxProcess;
import in.sangam.app.settle.Ledger;
import in.sangam.app.settle.Settle;
import in.sangam.app.settle.Settlement;
import in.sangam.app.settle.SettlementTable;
import in.sangam.app.settle.StreamName;
import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub demo}: sandbox portals and hub at a fixed instant; {@code --settle} proves the numbers and ends. */
@Command(
        name = "demo",
        description = "Starts sandbox portals and hub on embedded parts, fills the ranking and stays until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String AS_OF = "2026-10-31T18:00:00+05:30";
    private static final String CONTROL_URL = "control.url";
    private static final String CONTROL_TOKEN = "control.token";

    @Mixin
    private HubOptions options = new HubOptions();

    @Option(
            names = "--settle",
            description = "Wait until nothing moves, compare with the portals' ledger, stop; exit 0 only if they agree")
    private boolean settle;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "\"Now\" for portals, hub and ledger; kept with the data folder (default: " + AS_OF + ")")
    private @Nullable String asOf;

    @Option(names = "--scale", paramLabel = "N", description = "Size of the sandbox, 1.0 as shipped")
    private @Nullable Double scale;

    @Option(names = "--seed", paramLabel = "N", description = "Seed from which the sandbox is drawn")
    private @Nullable Long seed;

    @Option(names = "--ledger-out", paramLabel = "DIR", description = "Also write the ledger as CSV files there")
    private @Nullable Path ledgerOut;

    @Option(names = "--poll", paramLabel = "SECONDS", description = "Time between polls (default: ${DEFAULT-VALUE})")
    private int poll = 5;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "Longest wait without any progress (default: ${DEFAULT-VALUE})")
    private int patience = 120;

    @Option(names = "--json", description = "Print the settlement as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Instant began = Instant.now();
        try (Progress progress = new Progress(System.err, System.console() != null)) {
            DataFolder folder = new DataFolder(options.dataFolder());
            OffsetDateTime now = instant(folder);
            Path log = folder.file("log").resolve("sandbox.log");
            progress.step("Starting the sandbox portals in " + folder.file("sandbox") + " …");
            try (SandboxProcess sandbox =
                    SandboxProcess.start(HubOptions.sandboxJar(), folder.file("sandbox"), sandboxArguments(now), log)) {
                Properties portals = sandbox.await(log, progress::note);
                progress.step(
                        "Starting the hub; its log is " + folder.file("log").resolve("hub.log") + " …");
                try (ConfigurableApplicationContext hub = start(folder, sandbox, now)) {
                    Ledger ledger = new Ledger(
                            SandboxProcess.required(portals, CONTROL_URL),
                            SandboxProcess.required(portals, CONTROL_TOKEN));
                    if (ledgerOut != null) {
                        ledger.saveTo(ledgerOut);
                    }
                    CountDownLatch closed = new CountDownLatch(1);
                    hub.addApplicationListener((ApplicationListener<ContextClosedEvent>) e -> closed.countDown());
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(hub, sandbox), "demo-stop"));
                    return settle ? settle(hub, ledger, progress) : show(hub, ledger, progress, began, closed);
                }
            }
        }
    }

    private OffsetDateTime instant(DataFolder folder) {
        OffsetDateTime kept = AsOf.of(folder, asOf);
        return kept != null ? kept : java.util.Objects.requireNonNull(AsOf.of(folder, AS_OF));
    }

    private List<String> sandboxArguments(OffsetDateTime now) {
        List<String> arguments = new ArrayList<>(List.of("--as-of", now.toString()));
        add(arguments, "--scale", scale);
        add(arguments, "--seed", seed);
        return arguments;
    }

    private static void add(List<String> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.add(name);
            arguments.add(value.toString());
        }
    }

    private ConfigurableApplicationContext start(DataFolder folder, SandboxProcess sandbox, OffsetDateTime now) {
        Map<String, Object> flags = new LinkedHashMap<>(options.properties());
        flags.put("hub.data", folder.home().toString());
        flags.put("hub.portals", sandbox.propertiesFile().toString());
        flags.put("hub.as-of", now.toString());
        flags.put("hub.poll", poll + "s");
        flags.put("hub.banner", "sandbox");
        flags.put("logging.file.name", folder.file("log").resolve("hub.log").toString());
        flags.put("logging.threshold.console", "OFF");
        return HubLauncher.start(options.configFolder(), flags, RunCommand.fallbacks(options));
    }

    private int settle(ConfigurableApplicationContext hub, Ledger ledger, Progress progress) throws Exception {
        progress.step("Waiting until nothing moves any more …");
        Settlement settlement =
                hub.getBean(Settle.class).against(ledger, streams(hub), Duration.ofSeconds(patience), progress::note);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            SettlementTable.printJson(settlement, out);
        } else {
            SettlementTable.print(settlement, out);
        }
        return settlement.agrees() ? 0 : 1;
    }

    private int show(
            ConfigurableApplicationContext hub, Ledger ledger, Progress progress, Instant began, CountDownLatch closed)
            throws InterruptedException {
        long total = ledger.size();
        List<String> unwell = hub.getBean(Settle.class)
                .awaitFilled(
                        streams(hub),
                        Duration.ofSeconds(patience),
                        records -> progress.done("records", records, Math.max(total, records)));
        progress.close();
        unwell.forEach(progress::step);
        PrintWriter out = spec.commandLine().getOut();
        Environment environment = hub.getEnvironment();
        String url = "http://" + environment.getProperty("server.address", "127.0.0.1") + ":"
                + environment.getProperty("local.server.port");
        Logins logins = hub.getBean(Logins.class);
        out.println("Sangam is ready after "
                + Duration.between(began, Instant.now()).toSeconds() + " s.");
        out.println("  Ranking  " + url + "/");
        out.println("  API      " + url + "/api/v1/openapi.json");
        out.println("  Hawtio   " + url + "/hawtio/");
        out.println("  Logins   admin  " + shown(logins.password(Logins.ADMIN)) + "   (steers)");
        out.println("           viewer " + shown(logins.password(Logins.VIEWER)) + "   (reads)");
        out.println("The data are public event logs relabelled, not the records of any government.");
        out.println("Ctrl-C stops hub and portals; the same command goes on from there.");
        out.flush();
        closed.await();
        return 0;
    }

    private static String shown(@Nullable String password) {
        return password == null ? "(deleted from credentials.properties)" : password;
    }

    @SuppressWarnings("unchecked")
    private static List<StreamName> streams(ConfigurableApplicationContext hub) {
        List<StreamName> streams = new ArrayList<>();
        for (Connector connector : (List<Connector>) hub.getBean("connectors")) {
            for (Stream stream : connector.streams()) {
                streams.add(new StreamName(connector.id(), stream.name()));
            }
        }
        return streams;
    }

    /** First the hub, so that no poll sees a portal vanish; then the portals. */
    private static void stop(ConfigurableApplicationContext hub, SandboxProcess sandbox) {
        hub.close();
        sandbox.close();
    }
}
