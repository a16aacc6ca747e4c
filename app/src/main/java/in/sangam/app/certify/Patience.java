package in.sangam.app.certify;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a running hub will come to. */
final class Patience {

    private static final long LOOK_MS = 50;

    private Patience() {}

    /** Returns true as soon as the condition holds, false when the time is over. */
    static boolean until(Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
