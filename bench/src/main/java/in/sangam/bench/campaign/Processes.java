package in.sangam.bench.campaign;

import in.sangam.bench.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Processes that a killed hub has left behind, known by the files in which they wrote their ids. */
final class Processes {

    private static final int PATIENCE_SECONDS = 60;

    private Processes() {}

    /** Ends a process politely, then firmly; nothing happens when it is gone already. */
    static void stop(long pid) throws InterruptedException {
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stillThere) {
            process.get().destroyForcibly();
        }
    }

    /** Stops the PostgreSQL of a data folder. */
    static void stopPostgres(Path data) throws IOException, InterruptedException {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file)) {
            stop(Long.parseLong(Files.readAllLines(file).get(0).strip()));
        }
    }

    /** Sends a signal by its name, such as {@code QUIT}, {@code STOP} or {@code CONT}. */
    static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .start()
                .waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until a process that is no child of ours is gone. */
    static void awaitEnd(long pid) {
        Await.until(Duration.ofSeconds(PATIENCE_SECONDS), "the end of process " + pid, () -> !isAlive(pid));
    }

    /** Says whether a process runs; one that is dead and that nobody has buried does not. */
    static boolean isAlive(long pid) {
        if (ProcessHandle.of(pid).isEmpty()) {
            return false;
        }
        try {
            String state = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return !state.substring(state.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException notLinuxOrJustGone) {
            return ProcessHandle.of(pid).isPresent();
        }
    }
}
