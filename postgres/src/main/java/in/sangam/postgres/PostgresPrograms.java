package in.sangam.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own programs, run to their end as a user whom they take. What they print goes to {@code control.log}. */
final class PostgresPrograms {

    private static final int LONGEST_RUN_S = 150;

    private final Path binaries = PostgresBinaries.unpacked();
    private final Path serverLog;
    private final Path output;

    /** @param serverLog where the server itself writes; what the programs print goes to a file beside it */
    PostgresPrograms(Path serverLog) {
        this.serverLog = serverLog;
        this.output = serverLog.resolveSibling("control.log");
    }

    /**
     * Runs a program.
     *
     * @throws IllegalStateException when it fails or does not end in time
     */
    void run(String program, String... arguments) {
        int code = exitCode(program, arguments);
        if (code != 0) {
            throw new IllegalStateException(
                    program + " " + arguments[0] + " ended with " + code + "; see " + serverLog + " and " + output);
        }
    }

    /** Runs a program and returns its exit code. */
    int exitCode(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; in a user namespace without a mapping it is nobody.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            if (!process.waitFor(LONGEST_RUN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        program + " did not answer within " + LONGEST_RUN_S + " s; see " + serverLog);
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + program, e);
        }
    }
}
