package in.sangam.core.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both among them.
 *
 * @param from null for always
 * @param to null for ever
 */
record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Returns the days that both have, null when there are none. */
    @Nullable
    Days with(Days other) {
        LocalDate first = from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from;
        LocalDate last = to == null || (other.to != null && other.to.isBefore(to)) ? other.to : to;
        return first != null && last != null && last.isBefore(first) ? null : new Days(first, last);
    }

    boolean meet(Days other) {
        return with(other) != null;
    }
}
