package in.sangam.app.data;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does for a server inside the hub's folder what a supervisor does for one outside: starts it again when it has ended by
 * itself, be it for a full disk or for want of memory, and again until it runs. Closed before the server is.
 */
public final class Keeper implements AutoCloseable {

    /** How often to look, and so the time between two attempts. */
    public static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration LONGEST_START = Duration.ofSeconds(150);
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Keeper::daemon);
    private final String name;
    private final BooleanSupplier runs;
    private final Runnable start;
    private boolean known;

    /**
     * Watches a server that runs.
     *
     * @param name how the log calls it, with where an admin may look
     * @param start starts it again or throws
     */
    public Keeper(String name, BooleanSupplier runs, Runnable start, Duration every) {
        this.name = name;
        this.runs = runs;
        this.start = start;
        var unused =
                watch.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (runs.getAsBoolean()) {
            return;
        }
        if (!known) {
            LOG.error("{} has ended by itself; it is started again. Look at its log, the disk and the memory", name);
            known = true;
        }
        try {
            start.run();
            LOG.info("{} runs again", name);
            known = false;
        } catch (RuntimeException e) {
            LOG.warn("{} could not be started yet: {}", name, e.getMessage());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "keeper");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns when nothing is started any more. */
    @Override
    public void close() {
        watch.shutdown();
        try {
            if (!watch.awaitTermination(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{} is still being started", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
