package in.sangam.feeds.marks;

import in.sangam.core.AsOfClock;
import in.sangam.store.read.StoreState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Figures as they were read: of several months, all from one snapshot of the store.
 *
 * @param state how far the store had come
 * @param asOf the instant that they are true for
 * @param day the as-of day
 * @param months oldest first
 * @param begun when the reading began, by {@link System#nanoTime()}
 * @param tookNanos how long it took
 */
record ReadFigures(StoreState state, Instant asOf, LocalDate day, List<Figures> months, long begun, long tookNanos) {

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Figures that are read sooner than this are always read anew. */
    private static final long SLOW_NANOS = Duration.ofMillis(20).toNanos();

    private static final long LATEST_NANOS = Duration.ofMillis(300).toNanos();

    /** Whether they still say what holds now, with the store as it is. */
    boolean holds(StoreState now, AsOfClock clock) {
        return state.isAtLeast(now)
                && day.equals(clock.today())
                && asOf.plus(KEPT).isAfter(clock.now());
    }

    /** Whether who is content with what held lately may have them. */
    boolean isFreshEnough() {
        return tookNanos >= SLOW_NANOS && System.nanoTime() - begun < LATEST_NANOS + 3 * tookNanos;
    }

    /** How long until they are read anew beside: soon enough, and at most half of the time goes into reading. */
    long dueInNanos() {
        return Math.max(0, Math.max(2 * tookNanos, LATEST_NANOS - tookNanos) - (System.nanoTime() - begun));
    }
}
