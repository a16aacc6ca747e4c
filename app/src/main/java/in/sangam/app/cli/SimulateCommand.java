package in.sangam.app.cli;

import in.sangam.app.simulate.SimulatedPortal.Fault;
import in.sangam.app.simulate.Simulation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub simulate}: serves a connector's own examples as a portal, over its declared protocol. */
@Command(
        name = "simulate",
        description = {
            "Serves a connector's own examples as a portal, over its declared protocol, until it is stopped.",
            "Prints the settings by which a hub reaches it, as a file for --portals."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    @Mixin
    private ConnectorFolder folder = new ConnectorFolder();

    @Parameters(paramLabel = "CONNECTOR", description = "Name of a folder, or its path")
    private String connector = "";

    @Option(names = "--port", paramLabel = "PORT", description = "Port on 127.0.0.1 (default: any free one)")
    private int port;

    @Option(names = "--fault", paramLabel = "FAULT", description = "One of ${COMPLETION-CANDIDATES}")
    private Fault fault = Fault.NONE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Path of = folder.named(connector);
        PrintWriter out = spec.commandLine().getOut();
        Simulation simulation = Simulation.start(of, port, fault);
        Runtime.getRuntime().addShutdownHook(new Thread(simulation::close));
        simulation.settings().forEach((name, value) -> out.println(name + "=" + value));
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
