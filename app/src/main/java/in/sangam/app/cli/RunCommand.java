package in.sangam.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub run}: starts the hub alone and stays until it is stopped. */
@Command(
        name = "run",
        description = "Starts the hub with config/; portals, database and broker as configured there.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options = new HubOptions();

    @Option(
            names = "--portals",
            paramLabel = "FILE",
            description = "Properties file with addresses and secrets of the portals, e.g. sandbox.properties")
    private @Nullable String portals;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "ISO date-time at which \"now\" stands still (default: the wall clock)")
    private @Nullable String asOf;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> flags = new LinkedHashMap<>(options.properties());
        HubOptions.put(flags, "hub.portals", portals);
        HubOptions.put(flags, "hub.as-of", asOf);
        CountDownLatch closed = new CountDownLatch(1);
        ConfigurableApplicationContext hub = HubLauncher.start(options.configFolder(), flags, fallbacks(options));
        hub.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        spec.commandLine()
                .getOut()
                .println("Sangam serves on http://" + hub.getEnvironment().getProperty("server.address") + ":"
                        + hub.getEnvironment().getProperty("local.server.port")
                        + "/ with the logins of "
                        + options.dataFolder().resolve("credentials.properties"));
        closed.await();
        return 0;
    }

    static Map<String, Object> fallbacks(HubOptions options) {
        return Map.of(
                "hub.config", options.configFolder().toString(),
                "hub.connectors", options.connectorsFolder().toString());
    }
}
