package in.sangam.core.kpi;

import java.time.LocalDate;
import java.time.YearMonth;

/** A calendar month, written {@code 2026-10}: what a KPI value is for. Days are those of Asia/Kolkata. */
public record Period(YearMonth month) implements Comparable<Period> {

    /** Reads {@code 2026-10}; throws {@link java.time.format.DateTimeParseException} when it is not of this form. */
    public static Period of(String text) {
        return new Period(YearMonth.parse(text));
    }

    /** Returns the month of a day. */
    public static Period of(LocalDate day) {
        return new Period(YearMonth.from(day));
    }

    /** Returns the first day. */
    public LocalDate first() {
        return month.atDay(1);
    }

    /** Returns the last day that counts: the month's last, or the as-of day when that comes earlier. */
    public LocalDate end(LocalDate asOf) {
        LocalDate last = month.atEndOfMonth();
        return asOf.isBefore(last) ? asOf : last;
    }

    @Override
    public int compareTo(Period other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
