package in.sangam.core;

import in.sangam.core.record.CanonicalRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The one clock of the hub: the instant for which every time-dependent number is true. It stands still at a fixed
 * instant in a demo, a test or a recount, and runs with the wall clock otherwise. Timeouts and freshness do not use it.
 */
public final class AsOfClock {

    private final Clock clock;

    private AsOfClock(Clock clock) {
        this.clock = clock;
    }

    /** Returns a clock that stands still. */
    public static AsOfClock fixed(Instant instant) {
        return new AsOfClock(Clock.fixed(instant, CanonicalRecord.INDIA));
    }

    /** Returns a clock that runs. */
    public static AsOfClock running() {
        return new AsOfClock(Clock.system(CanonicalRecord.INDIA));
    }

    /** Returns the as-of instant (UTC). */
    public Instant now() {
        return clock.instant();
    }

    /** Returns the as-of day in Asia/Kolkata. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
