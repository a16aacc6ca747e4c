package in.sangam.app.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Waits until a hub is quiet: two successive polls of every stream since the last delivery brought nothing new, the queues are
 * empty, every delta is folded and no delivery is pending. Gives up, saying what is not quiet, after a time without any progress.
 */
final class Quiet {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int QUIET_POLLS = 2;

    private final Collection<StreamName> streams;
    private final Supplier<Motion.Look> eyes;
    private final Duration patience;

    Quiet(Collection<StreamName> streams, Supplier<Motion.Look> eyes, Duration patience) {
        this.streams = streams;
        this.eyes = eyes;
        this.patience = patience;
    }

    /** Returns when the hub is quiet; throws {@link NotQuiet} after {@code patience} without progress. */
    void await(Consumer<Motion.Look> progress) throws InterruptedException {
        Motion.Look look = eyes.get();
        Map<StreamName, Long> since = new HashMap<>(look.polls());
        Instant lastMove = Instant.now();
        while (true) {
            List<String> restless = restless(look, since);
            if (restless.isEmpty()) {
                return;
            }
            if (lastMove.plus(patience).isBefore(Instant.now())) {
                throw new NotQuiet(patience, restless);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            Motion.Look next = eyes.get();
            if (next.movedSince(look)) {
                lastMove = Instant.now();
            }
            // What was delivered may have changed a portal, which the next polls must have a chance to see.
            if (next.taken() != look.taken() || next.pending() != look.pending()) {
                since = new HashMap<>(next.polls());
            }
            look = next;
            progress.accept(look);
        }
    }

    private List<String> restless(Motion.Look look, Map<StreamName, Long> since) {
        List<String> restless = new ArrayList<>(look.notWell());
        for (StreamName stream : streams) {
            long polls = look.polls().getOrDefault(stream, 0L) - since.getOrDefault(stream, 0L);
            if (polls < QUIET_POLLS) {
                restless.add(stream + " was polled " + polls + " times since something new came, not " + QUIET_POLLS);
            }
        }
        count(restless, look.waiting(), "pages wait on the queues");
        count(restless, look.unfolded(), "pages wait to be folded into the measures");
        count(restless, look.pending(), "deliveries are pending");
        return restless;
    }

    private static void count(List<String> restless, long count, String what) {
        if (count > 0) {
            restless.add(count + " " + what);
        }
    }

    /** The hub did not come to rest. */
    static final class NotQuiet extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        NotQuiet(Duration patience, List<String> restless) {
            super("Not quiet, and no progress for " + patience.toSeconds() + " s:\n  " + String.join("\n  ", restless));
        }
    }
}
