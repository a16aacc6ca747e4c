package in.sangam.sandbox;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The sandbox's command. */
@Command(
        name = "sangam-sandbox",
        description = "Portals of a state as real servers on loopback. Their data are public event logs relabelled, "
                + "not Bihar's records.",
        mixinStandardHelpOptions = true,
        subcommands = {ServeCommand.class, LedgerCommand.class})
public final class SandboxMain {

    private SandboxMain() {}

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new SandboxMain());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println(failure.getMessage());
            if (!(failure instanceof Refused)) {
                failure.printStackTrace(line.getErr());
            }
            return 1;
        });
        System.exit(command.execute(arguments));
    }
}
