package in.sangam.bench;

import in.sangam.bench.campaign.CampaignCommand;
import in.sangam.bench.speed.SpeedCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs {@code bench} and {@code campaign} of the command {@code hub}. Exit codes: 0 as promised, 1 not, 2 misuse. */
@Command(
        name = "hub",
        description = "Measures the hub from outside.",
        mixinStandardHelpOptions = true,
        subcommands = {SpeedCommand.class, CampaignCommand.class})
public final class Bench implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which verb: bench or campaign?");
    }

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Bench());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return 1;
        });
        System.exit(command.execute(arguments));
    }
}
