package in.sangam.sandbox.shape;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The time that the portals can see: up to {@code last}, a little before the as-of instant, so that a later change still
 * fits between the two. Days and months are those of India.
 *
 * @param month the first instant of the as-of month
 */
record Window(Instant asOf, Instant last, Instant month) {

    static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final Duration QUIET = Duration.ofHours(1);
    private static final double DAY = Duration.ofDays(1).toSeconds();

    static Window before(Instant asOf) {
        Instant month = asOf.atZone(INDIA)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(INDIA)
                .toInstant();
        Duration quarter = Duration.between(month, asOf).dividedBy(4);
        Duration quiet = quarter.compareTo(QUIET) < 0 ? quarter : QUIET;
        return new Window(asOf, asOf.minus(quiet).truncatedTo(ChronoUnit.MICROS), month);
    }

    Instant daysBeforeLast(double days) {
        return plusDays(last, -days);
    }

    static Instant plusDays(Instant instant, double days) {
        return instant.plus((long) (days * DAY * 1e6), ChronoUnit.MICROS);
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(INDIA).toLocalDate();
    }

    boolean inMonth(Instant instant) {
        return !instant.isBefore(month) && !instant.isAfter(last);
    }

    /** Returns how much of the month has passed, 1 from the thirtieth day on. */
    double passed() {
        return Math.min(1, Duration.between(month, last).toSeconds() / DAY / 30);
    }
}
