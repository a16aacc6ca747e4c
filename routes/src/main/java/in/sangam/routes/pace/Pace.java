package in.sangam.routes.pace;

import in.sangam.kit.Rate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps the rate that a portal allows: in no window of its period more requests than it says, whoever asks it. */
public final class Pace {

    private static final long SLICE_NS = Duration.ofMillis(100).toNanos();

    private final @Nullable Rate rate;
    private final Deque<Long> turns = new ArrayDeque<>();

    /** Takes the rate, null for none. */
    public Pace(@Nullable Rate rate) {
        this.rate = rate;
    }

    /** Waits for a turn and takes it; returns false, without one, when {@code stopping} becomes true meanwhile. */
    public boolean awaitTurn(BooleanSupplier stopping) throws InterruptedException {
        for (long wait = takeTurn(); wait > 0; wait = takeTurn()) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            Thread.sleep(
                    Duration.ofNanos(Math.min(wait, SLICE_NS)).plusMillis(1).toMillis());
        }
        return true;
    }

    /** Takes a turn if there is one now. */
    public boolean tryTurn() {
        return takeTurn() == 0;
    }

    /** Gives back a turn that was taken and not used. */
    public synchronized void giveBack() {
        turns.pollLast();
    }

    /** Takes a turn and returns 0, or returns the nanoseconds until there is one. */
    private synchronized long takeTurn() {
        if (rate == null) {
            return 0;
        }
        long now = System.nanoTime();
        if (turns.size() >= rate.requests()) {
            long wait = turns.getFirst() + rate.per().toNanos() - now;
            if (wait > 0) {
                return wait;
            }
            turns.removeFirst();
        }
        turns.addLast(now);
        return 0;
    }
}
