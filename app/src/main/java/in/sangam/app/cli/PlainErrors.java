package in.sangam.app.cli;

import in.sangam.core.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Tells an operator what went wrong in words, cause after cause; the stack trace only with {@code -Dhub.trace=true}. */
final class PlainErrors implements CommandLine.IExecutionExceptionHandler {

    /** Verbs that start a hub. */
    private static final Set<String> STARTING = Set.of("run", "demo");

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        tell(failure, command);
        if (Boolean.getBoolean("hub.trace")) {
            failure.printStackTrace(command.getErr());
        }
        return 1;
    }

    private static void tell(Throwable failure, CommandLine command) {
        ConfigException config = find(failure, ConfigException.class);
        if (config != null) {
            boolean starts = STARTING.contains(command.getCommandName());
            command.getErr()
                    .println((starts ? "The hub does not start" : "Nothing was done")
                            + ": the configuration has errors.");
            config.errors().forEach(error -> command.getErr().println("  " + error));
            return;
        }
        for (String line : causes(failure)) {
            command.getErr().println(line);
        }
    }

    static List<String> causes(Throwable failure) {
        List<String> lines = new ArrayList<>();
        for (Throwable cause = failure; cause != null && lines.size() < 8; cause = cause.getCause()) {
            boolean wiring = cause.getClass().getName().startsWith("org.springframework.beans");
            if (!wiring || cause.getCause() == null) {
                lines.add((lines.isEmpty() ? "" : "  because: ")
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()));
            }
        }
        return lines;
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
