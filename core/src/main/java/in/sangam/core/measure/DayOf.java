package in.sangam.core.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day of a field, so many days later: {@code due + 1 day}. */
record DayOf(String field, int later) {

    @Nullable
    LocalDate in(Reported record) {
        LocalDate day = record.day(field);
        return day == null || later == 0 ? day : day.plusDays(later);
    }
}
