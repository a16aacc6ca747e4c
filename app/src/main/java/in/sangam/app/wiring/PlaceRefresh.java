package in.sangam.app.wiring;

import in.sangam.store.PlaceAliases;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up, every few seconds, the spellings of places that another hub on the same database has learned. */
final class PlaceRefresh implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceRefresh.class);
    private static final int SECONDS = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "place-aliases");
        thread.setDaemon(true);
        return thread;
    });

    PlaceRefresh(PlaceAliases aliases) {
        var unused = timer.scheduleWithFixedDelay(() -> refresh(aliases), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private static void refresh(PlaceAliases aliases) {
        try {
            aliases.refresh();
        } catch (RuntimeException e) { // the next turn tries again; an exception would end all turns
            LOG.warn("Decided spellings of places could not be read: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
