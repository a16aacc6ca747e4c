package in.sangam.sandbox.shape;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** Working days of field offices as the RTPS portal reckons them: six days a week, gazette holidays off. */
final class OfficeCalendar {

    private static final Set<String> OBSERVED = Set.of("NI_ACT", "GENERAL_EXEC");

    private final Set<LocalDate> holidays = Resource.rows("bihar_holidays_2022_2026.csv").stream()
            .filter(row -> OBSERVED.contains(row.getField("holiday_class")))
            .map(row -> LocalDate.parse(row.getField("date")))
            .collect(Collectors.toSet());

    /** Returns the n-th working day after a day. */
    LocalDate workingDaysAfter(LocalDate start, int n) {
        LocalDate day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.contains(day)) {
                left--;
            }
        }
        return day;
    }
}
