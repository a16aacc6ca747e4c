package in.sangam.core.kpi;

import java.math.BigDecimal;

/** Where the evaluator gets its numbers: the store, or a test. */
@FunctionalInterface
public interface Amounts {

    /** Returns the amount of a term for a place, with all places below it, and a period up to its end; 0 when nothing was contributed. */
    BigDecimal of(Term term, String place, Period period);
}
