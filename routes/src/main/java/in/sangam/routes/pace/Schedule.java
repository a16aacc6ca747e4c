package in.sangam.routes.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When something is done next: after {@code every} when all went well; after a growing, jittered wait when not, and never
 * before the portal's own {@code Retry-After}.
 */
public final class Schedule {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_OBEYED = Duration.ofHours(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(5);
    private static final int LOOKS = 4;
    private static final int MOST_DOUBLINGS = 16;
    private static final double JITTER = 0.2;

    private final Duration every;
    private final Duration longestWait;
    private final Clock wallClock;
    private final RandomGenerator random;
    private Instant next;
    private int failures;
    private boolean asked;

    /** Takes the usual time between two, and the longest wait after a failure; the first is due at once. */
    public Schedule(Duration every, Duration longestWait, Clock wallClock, RandomGenerator random) {
        this.every = every;
        this.longestWait = longestWait;
        this.wallClock = wallClock;
        this.random = random;
        this.next = wallClock.instant();
    }

    /** Returns how often to look whether it is time, so that a turn is late by a small part of the time between two. */
    public Duration look() {
        return shorter(
                LONGEST_LOOK,
                every.compareTo(SHORTEST_LOOK.multipliedBy(LOOKS)) < 0 ? SHORTEST_LOOK : every.dividedBy(LOOKS));
    }

    /** Tells whether it is time. */
    public synchronized boolean isDue() {
        return !wallClock.instant().isBefore(next);
    }

    /** Notes that all went well. */
    public synchronized void succeeded() {
        failures = 0;
        asked = false;
        next = wallClock.instant().plus(every);
    }

    /** Notes a failure and returns how long to wait: twice as long as after the one before, give or take a fifth. */
    public synchronized Duration failed(@Nullable Duration retryAfter) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration wait = jittered(shorter(doubled, longestWait));
        failures++;
        if (retryAfter != null && retryAfter.compareTo(wait) > 0) {
            wait = shorter(retryAfter, LONGEST_OBEYED);
        }
        next = wallClock.instant().plus(wait);
        return wait;
    }

    /** Puts the next one off by a fixed while, without counting a failure. */
    public synchronized void putOff(Duration wait) {
        next = wallClock.instant().plus(wait);
    }

    /** Makes it due at once, whatever the time of day. */
    public synchronized void now() {
        asked = true;
        next = wallClock.instant();
    }

    /** Tells whether a person has asked for it and it has not gone well since. */
    public synchronized boolean isAsked() {
        return asked;
    }

    private Duration jittered(Duration wait) {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofNanos(Math.round(wait.toNanos() * factor));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
