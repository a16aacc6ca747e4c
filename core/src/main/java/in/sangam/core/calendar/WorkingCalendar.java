package in.sangam.core.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Predicate;

/** The working days of one class of offices in one district. Immutable; counting costs two look-ups in a table. */
public final class WorkingCalendar {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2079, 12, 31);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, LAST) + 1;

    private final Predicate<LocalDate> open;
    private final Set<Integer> coveredYears;
    private final int[] workedUpTo = new int[DAYS]; // working days from FIRST to the day, inclusive
    private final int[] workingDay = new int[DAYS]; // the n-th working day, as days after FIRST

    WorkingCalendar(Predicate<LocalDate> open, Set<Integer> coveredYears) {
        this.open = open;
        this.coveredYears = coveredYears;
        int worked = 0;
        for (int i = 0; i < DAYS; i++) {
            if (open.test(FIRST.plusDays(i))) {
                workingDay[worked++] = i;
            }
            workedUpTo[i] = worked;
        }
    }

    /** Returns whether offices work on a day. */
    public boolean isWorkingDay(LocalDate day) {
        return open.test(day);
    }

    /** Returns the n-th working day after a day, which itself is not counted (General Clauses Act 1897, s.9); n from 1. */
    public LocalDate workingDaysAfter(LocalDate day, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("Count at least one working day, not " + n);
        }
        long start = ChronoUnit.DAYS.between(FIRST, day);
        if (start >= 0 && start < DAYS) {
            int nth = workedUpTo[(int) start] + n;
            if (nth <= workedUpTo[DAYS - 1]) {
                return FIRST.plusDays(workingDay[nth - 1]);
            }
        }
        return walked(day, n);
    }

    /** Outside the table, one day after the other. */
    private LocalDate walked(LocalDate day, int n) {
        LocalDate at = day;
        for (int left = n; left > 0; ) {
            at = at.plusDays(1);
            if (open.test(at)) {
                left--;
            }
        }
        return at;
    }

    /** Returns whether the holidays of all years from one day to another are known; where not, a count is provisional. */
    public boolean covers(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!coveredYears.contains(year)) {
                return false;
            }
        }
        return true;
    }
}
