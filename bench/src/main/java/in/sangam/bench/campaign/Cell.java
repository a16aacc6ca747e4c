package in.sangam.bench.campaign;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One KPI of one place and month. */
record Cell(String kpi, String place, String period) {

    /** What is counted for a cell; the denominator is null where the KPI has none. */
    record Amounts(BigDecimal numerator, @Nullable BigDecimal denominator) {

        /** Tells whether another count is the same; none at all is as nothing of nothing. */
        boolean agreesWith(@Nullable Amounts other) {
            if (isNothing() || other == null) {
                return isNothing() && (other == null || other.isNothing());
            }
            return numerator.compareTo(other.numerator) == 0
                    && (denominator == null
                            ? other.denominator == null
                            : other.denominator != null && denominator.compareTo(other.denominator) == 0);
        }

        private boolean isNothing() {
            return numerator.signum() == 0 && (denominator == null || denominator.signum() == 0);
        }

        static Amounts of(String numerator, @Nullable String denominator) {
            return new Amounts(
                    new BigDecimal(numerator),
                    denominator == null || denominator.isEmpty() ? null : new BigDecimal(denominator));
        }
    }
}
