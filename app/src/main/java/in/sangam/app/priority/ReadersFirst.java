package in.sangam.app.priority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets whoever waits for an answer of the API go before what is done for portals: when there is not enough processor for both,
 * the threads of all routes and the database's processes behind them step back (the operating system's nice). Java has no way to
 * do that without being root; {@code renice} has. Where it is missing, answers wait longer while the hub catches up, and
 * nothing else changes.
 */
public final class ReadersFirst implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadersFirst.class);

    /** So much nicer than the hub is: nine shares of a reader for one of a route. */
    private static final int NICER = 10;

    private static final int NICEST = 19;
    private static final Path THREADS = Path.of("/proc/self/task");

    /** How Linux, which keeps fifteen letters of a name, calls Camel's threads and Java's slow compiler, busy when routes are. */
    private static final List<String> BEHIND = List.of("Camel (", "C2 CompilerThre");

    private static final long LOOK_SECONDS = 3;

    private final Supplier<List<Long>> backends;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(ReadersFirst::daemon);
    private final Set<Long> behind = new HashSet<>();
    private @Nullable String nice;

    /** @param backends ids of the database's processes on this machine that work for routes */
    public ReadersFirst(Supplier<List<Long>> backends) {
        this.backends = backends;
        if (Files.isDirectory(THREADS)) {
            var unused = watch.scheduleWithFixedDelay(this::look, 1, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            Set<Long> working = new HashSet<>(threads());
            working.addAll(backends.get());
            behind.retainAll(working);
            working.removeAll(behind);
            if (!working.isEmpty() && stepBack(working)) {
                behind.addAll(working);
            }
        } catch (IOException e) {
            LOG.info("Answers do not go before routes, since {}", e.getMessage());
            watch.shutdown();
        } catch (RuntimeException databaseIsAway) {
            LOG.debug("The processes of the database are not known now", databaseIsAway);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Long> threads() throws IOException {
        List<Long> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(THREADS)) {
            for (Path each : all.toList()) {
                String name = name(each);
                if (BEHIND.stream().anyMatch(name::startsWith)) {
                    found.add(Long.valueOf(each.getFileName().toString()));
                }
            }
        }
        return found;
    }

    /** Returns the name of a thread, empty when it has ended. */
    static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException ended) {
            return "";
        }
    }

    /** Returns false when some had ended meanwhile, so that none is known to have stepped back. */
    private boolean stepBack(Set<Long> ids) throws IOException, InterruptedException {
        if (nice == null) {
            nice = Integer.toString(Math.min(NICEST, own() + NICER));
        }
        List<String> command = new ArrayList<>(List.of("renice", "-n", nice, "-p"));
        ids.forEach(id -> command.add(id.toString()));
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Returns the nice value that this process was started with. */
    private static int own() throws IOException {
        return nice(Path.of("/proc/self/stat"));
    }

    /** Reads the nice value of a process or thread: the nineteenth field, counted behind a name that may hold blanks. */
    static int nice(Path stat) throws IOException {
        String fields = Files.readString(stat);
        return Integer.parseInt(fields.substring(fields.lastIndexOf(')') + 2).split(" ")[16]);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "readers-first");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
