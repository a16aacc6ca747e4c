package in.sangam.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that another process does. */
public final class Await {

    /** What is waited for. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    private Await() {}

    /** Returns when the condition holds; throws when patience ends, naming what did not come. */
    public static void until(Duration patience, String what, Condition condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited " + patience.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
