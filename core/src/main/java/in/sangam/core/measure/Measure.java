package in.sangam.core.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A measure as declared and compiled: a pure function from a record to days and amounts. */
sealed interface Measure {

    /** Takes what a record contributes. */
    @FunctionalInterface
    interface Sink {
        void add(String measure, LocalDate day, BigDecimal amount);
    }

    String code();

    /** Record types that it touches. */
    Set<String> types();

    Keys keys();

    /** Gives each day and amount that a record contributes. */
    void contribute(Reported record, Sink to);

    /** What the hub counts of a portal's feeds; no record touches it. */
    record OfFeeds(FeedMeasure which) implements Measure {
        @Override
        public String code() {
            return which.code();
        }

        @Override
        public Set<String> types() {
            return Set.of();
        }

        @Override
        public Keys keys() {
            return new Keys(List.of(Subject.PORTAL), null);
        }

        @Override
        public void contribute(Reported record, Sink to) {}
    }

    /** Puts 1 on the day that something happened. */
    record Flow(String code, Set<String> types, Keys keys, DayOf on, Condition when) implements Measure {
        @Override
        public void contribute(Reported record, Sink to) {
            LocalDate day = on.in(record);
            if (day != null && when.holds(record)) {
                to.add(code, day, BigDecimal.ONE);
            }
        }
    }

    /**
     * Puts a reported number on its day, and beside it that there was one: a reported zero is not the same as no report.
     *
     * @param amount number field
     */
    record Reading(String code, Set<String> types, Keys keys, DayOf on, String amount, Sense sense, Condition when)
            implements Measure {

        /** What the numbers of several days mean together. */
        enum Sense {
            /** They add up. */
            PER_PERIOD,
            /** Each holds all before it, and must be marked so. */
            CUMULATIVE,
            /** Each says how things stand and takes the place of the one before. */
            STANDING
        }

        @Override
        public void contribute(Reported record, Sink to) {
            LocalDate day = on.in(record);
            BigDecimal number = record.number(amount);
            if (day == null || number == null || !when.holds(record)) {
                return;
            }
            boolean cumulative = sense == Sense.CUMULATIVE;
            if (cumulative != "true".equals(record.text("cumulative"))) {
                throw new UncountableRecord(
                        "cumulative",
                        cumulative
                                ? "Measure " + code + " takes cumulative readings and this one is not marked so"
                                : "Measure " + code + " takes no cumulative readings and this one is marked so");
            }
            to.add(MeasureShapes.reports(code), day, BigDecimal.ONE);
            if (number.signum() != 0) {
                to.add(code, day, number);
            }
        }
    }

    /**
     * Puts +1 on the day that a state begins and −1 on the day that it ends; a state that would end before it begins, or
     * on the same day, never was.
     */
    record Stock(String code, Set<String> types, Keys keys, DayOf from, @Nullable DayOf until, Condition when)
            implements Measure {
        private static final BigDecimal LEAVES = BigDecimal.ONE.negate();

        @Override
        public void contribute(Reported record, Sink to) {
            LocalDate begins = from.in(record);
            LocalDate ends = until == null ? null : until.in(record);
            if (begins == null || (ends != null && !begins.isBefore(ends)) || !when.holds(record)) {
                return;
            }
            to.add(code, begins, BigDecimal.ONE);
            if (ends != null) {
                to.add(code, ends, LEAVES);
            }
        }
    }
}
