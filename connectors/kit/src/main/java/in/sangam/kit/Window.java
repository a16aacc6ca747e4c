package in.sangam.kit;

import java.time.Instant;
import java.time.LocalTime;

/**
 * The time of day in Asia/Kolkata at which a portal may be polled, e.g. off its busy hours; it may pass midnight.
 *
 * @param from first moment of it
 * @param to the moment at which it is over; as {@code from}, the whole day
 */
public record Window(LocalTime from, LocalTime to) {

    /** Tells whether an instant lies in it. */
    public boolean holds(Instant at) {
        LocalTime time = LocalTime.ofInstant(at, Cursor.INDIA);
        if (from.equals(to)) {
            return true;
        }
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
