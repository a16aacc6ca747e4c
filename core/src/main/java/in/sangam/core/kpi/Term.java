package in.sangam.core.kpi;

import in.sangam.core.measure.FeedMeasure;
import in.sangam.core.place.Level;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One number that formulas are made of: a measure, or who should have reported, for a subject with all below it.
 *
 * @param measure code; empty for weeks, days and a roster of places, a record type for excused days
 * @param bound what a thing or place must satisfy to be counted; null unless counting
 * @param level for counting places: their level; else null
 */
public record Term(Aggregate aggregate, String measure, @Nullable Bound bound, @Nullable Level level) {

    /** How a measure's amounts become one number. */
    public enum Aggregate {
        /** Of a flow: the sum over the days from the period's first to its end. */
        SUM("sum"),
        /** Of a stock: the sum over all days up to the period's end. */
        AS_OF("asOf"),
        /** Of cumulative readings: the latest up to the period's end, added up over the places below. */
        LAST("last"),
        /** How many different things, or places of a level, satisfy a bound. */
        COUNT_WHERE("countWhere"),
        /** How many should have reported at the period's end. */
        ROSTER("roster"),
        /** Weeks, Monday to Sunday, that end within the days that count. */
        WEEKS("weeks"),
        /** Days that count. */
        DAYS("days"),
        /** Of those the days that are excused because a source of a record type was out; {@code measure} is the type. */
        EXCUSED("excused");

        private final String word;

        Aggregate(String word) {
            this.word = word;
        }

        /** Returns the word in formulas. */
        public String word() {
            return word;
        }
    }

    /** A lower bound, or with {@code exactly} the very number. */
    public record Bound(BigDecimal number, boolean exactly) {

        /** Returns whether an amount satisfies it. */
        public boolean accepts(BigDecimal amount) {
            int difference = amount.compareTo(number);
            return difference == 0 || (difference > 0 && !exactly);
        }

        @Override
        public String toString() {
            return (exactly ? "= " : ">= ") + number.toPlainString();
        }
    }

    /** A measure, summed up or as of the end. */
    public Term(Aggregate aggregate, String measure) {
        this(aggregate, measure, null, null);
    }

    /** Returns whether records stand behind the number. */
    public boolean countsRecords() {
        return !measure.isEmpty() && aggregate != Aggregate.EXCUSED && !countsFeeds();
    }

    /** Returns whether the hub counts it of its feeds, so that its own accounts stand behind the number. */
    public boolean countsFeeds() {
        return FeedMeasure.isNamed(measure);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(aggregate.word);
        if (!measure.isEmpty()) {
            text.append(' ').append(measure);
        }
        if (bound != null) {
            text.append(' ').append(bound);
        }
        if (level != null) {
            text.append(aggregate == Aggregate.ROSTER ? " " : " in ").append(level.word());
        }
        return text.toString();
    }
}
