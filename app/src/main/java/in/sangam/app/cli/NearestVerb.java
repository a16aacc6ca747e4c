package in.sangam.app.cli;

import in.sangam.core.config.NearestWord;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers misuse in two lines: what is wrong with the nearest right word, and where to read on. */
final class NearestVerb implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        PrintWriter err = command.getErr();
        if (misuse instanceof UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            String verb = unmatched.getUnmatched().get(0);
            err.println("There is no verb '" + verb + "'. " + NearestWord.remedy(verb, verbs(command)));
        } else {
            err.println(misuse.getMessage());
            if (!UnmatchedArgumentException.printSuggestions(misuse, err) && command.getParent() == null) {
                err.println("Verbs: " + String.join(", ", verbs(command)));
            }
        }
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static List<String> verbs(CommandLine command) {
        List<String> verbs = new ArrayList<>(command.getSubcommands().keySet());
        verbs.addAll(HubCommand.OF_ANOTHER_PROGRAM);
        return verbs;
    }
}
