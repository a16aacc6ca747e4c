package in.sangam.core.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where the evaluator gets its numbers: the store, or a test. */
@FunctionalInterface
public interface Amounts {

    /**
     * Returns the amount of a term for a subject, with all places below it, and a period up to its end; null when it was not
     * reported, which is not the same as 0.
     */
    @Nullable
    BigDecimal of(Term term, String subject, Period period);
}
