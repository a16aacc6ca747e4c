package in.sangam.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub}: the command of operators. Exit codes: 0 done, 1 not as it should be, 2 misuse. */
@Command(
        name = "hub",
        description = "Sangam: a messaging and integration hub between government portals.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "  bench     Measures the path, portal page to stored KPI.",
            "  campaign  Lets everything fail, and proves after each fault that nothing was",
            "             lost or doubled.",
            "%n`hub VERB --help` lists the options of each."
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            NewCommand.class,
            BackfillCommand.class,
            CheckCommand.class,
            TryCommand.class,
            SimulateCommand.class,
            CertifyCommand.class,
            PlacesCommand.class,
            RecountCommand.class,
            BrokerCommand.class
        })
public final class HubCommand implements Runnable {

    /** Verbs that the command {@code hub} gives to the program of {@code bench/}, which drives this one from outside. */
    static final List<String> OF_ANOTHER_PROGRAM = List.of("bench", "campaign");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which verb?");
    }

    /** Runs the verb that the arguments name and returns its exit code. */
    public static int run(String[] arguments) {
        PlainLogging.begin();
        CommandLine command = new CommandLine(new HubCommand());
        command.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionExceptionHandler(new PlainErrors());
        command.setParameterExceptionHandler(new NearestVerb());
        return command.execute(arguments);
    }
}
