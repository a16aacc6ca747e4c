package in.sangam.core.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A measure as declared and compiled: a pure function from a record to days and amounts. */
sealed interface Measure {

    String code();

    /** Record types that it touches. */
    Set<String> types();

    /** Gives each day and amount that a record contributes. */
    void contribute(Reported record, BiConsumer<LocalDate, BigDecimal> to);

    /** Puts an amount on the day that something happened. */
    record Flow(String code, Set<String> types, DayOf on, @Nullable String amount, Condition when) implements Measure {
        @Override
        public void contribute(Reported record, BiConsumer<LocalDate, BigDecimal> to) {
            LocalDate day = on.in(record);
            if (day == null || !when.holds(record)) {
                return;
            }
            BigDecimal number = amount == null ? BigDecimal.ONE : record.number(amount);
            if (number != null && number.signum() != 0) {
                to.accept(day, number);
            }
        }
    }

    /**
     * Puts +1 on the day that a state begins and −1 on the day that it ends; a state that would end before it begins, or
     * on the same day, never was.
     */
    record Stock(String code, Set<String> types, DayOf from, @Nullable DayOf until, Condition when) implements Measure {
        private static final BigDecimal LEAVES = BigDecimal.ONE.negate();

        @Override
        public void contribute(Reported record, BiConsumer<LocalDate, BigDecimal> to) {
            LocalDate begins = from.in(record);
            LocalDate ends = until == null ? null : until.in(record);
            if (begins == null || ends != null && !begins.isBefore(ends) || !when.holds(record)) {
                return;
            }
            to.accept(begins, BigDecimal.ONE);
            if (ends != null) {
                to.accept(ends, LEAVES);
            }
        }
    }
}
