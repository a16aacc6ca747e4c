package in.sangam.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers misuse in two lines: what is wrong with the nearest right word, and where to read on. */
final class NearestVerb implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(misuse.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(misuse, err) && command.getParent() == null) {
            err.println("Verbs: " + String.join(", ", command.getSubcommands().keySet()));
        }
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
