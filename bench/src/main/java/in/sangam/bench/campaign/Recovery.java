package in.sangam.bench.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.bench.HubApi;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Watches a hub come back by itself: first until it has everything the portals have, then until two further polls of every
 * stream brought nothing more, so that what comes late or twice is seen too.
 */
final class Recovery {

    /** Longest time without any change before the hub is said not to recover. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** Longest time altogether: a hub whose promise is broken may be busy for ever. */
    private static final Duration MOST = Duration.ofMinutes(8);

    private static final Duration LOOK = Duration.ofMillis(400);
    private static final int QUIET_POLLS = 2;

    private final StoreView store;
    private final Promises promises;
    private final Supplier<HubApi> hub;
    private String restless = "";

    Recovery(StoreView store, Promises promises, Supplier<HubApi> hub) {
        this.store = store;
        this.promises = promises;
        this.hub = hub;
    }

    /** Returns the seconds until the hub had every record of the ledger; -1 when it stopped moving without. */
    double awaitAll(Truth truth) {
        long start = System.nanoTime();
        long lastMove = start;
        Object seen = List.of();
        while (System.nanoTime() - lastMove < PATIENCE.toNanos() && System.nanoTime() - start < MOST.toNanos()) {
            Object now = List.of();
            try {
                StoreView.Motion motion = store.motion();
                List<String> broken = promises.awaited(truth);
                if (broken.isEmpty() && motion.unfolded() == 0) {
                    return (System.nanoTime() - start) / 1e9;
                }
                now = List.of(motion.taken(), broken);
            } catch (SQLException | IOException databaseIsAway) {
                // It is asked again; patience ends by itself.
            }
            if (!now.equals(seen)) {
                seen = now;
                lastMove = System.nanoTime();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return -1;
    }

    /**
     * Returns true when nothing new comes any more, false when patience ended. Some stream may always have a page
     * on its way, so each place need only be seen empty once since the last news, not all at the same instant.
     */
    boolean awaitQuiet() {
        long most = System.nanoTime() + MOST.toNanos();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Long> since = Map.of();
        long taken = -1;
        long pending = -1;
        boolean emptied = false;
        boolean folded = false;
        while (System.nanoTime() < Math.min(end, most)) {
            try {
                StoreView.Motion motion = store.motion();
                // What was delivered may have changed a portal, which the next polls must have a chance to see.
                if (motion.taken() != taken || motion.pending() != pending || since.isEmpty()) {
                    taken = motion.taken();
                    pending = motion.pending();
                    since = motion.polls();
                    emptied = false;
                    folded = false;
                    end = System.nanoTime() + PATIENCE.toNanos();
                }
                emptied = emptied || nothingWaits();
                folded = folded || motion.unfolded() == 0;
                boolean polled = polled(since, motion);
                if (emptied && folded && motion.pending() == 0 && polled) {
                    return true;
                }
                restless = "queues seen empty " + emptied + ", deltas seen folded " + folded + ", deliveries pending "
                        + motion.pending() + ", every stream polled twice " + polled;
            } catch (SQLException | IOException somethingIsAway) {
                restless = somethingIsAway.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return false;
    }

    /** Returns why the last wait for rest was in vain. */
    String restless() {
        return restless;
    }

    private static boolean polled(Map<String, Long> since, StoreView.Motion motion) {
        return motion.polls().entrySet().stream()
                .allMatch(stream -> stream.getValue() - since.getOrDefault(stream.getKey(), 0L) >= QUIET_POLLS);
    }

    private boolean nothingWaits() throws IOException, InterruptedException {
        for (JsonNode queue : hub.get().status().path("queues")) {
            if (queue.path("waiting").asLong(1) > 0) { // not known counts as waiting
                return false;
            }
        }
        return true;
    }
}
