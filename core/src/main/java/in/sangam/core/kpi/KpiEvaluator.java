package in.sangam.core.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The one evaluator of KPIs: for the page, the API, publication and comparison alike. */
public final class KpiEvaluator {

    private final Amounts amounts;

    /** Takes the source of amounts. */
    public KpiEvaluator(Amounts amounts) {
        this.amounts = amounts;
    }

    /** Works out a KPI for a place and a period. */
    public KpiValue evaluate(Kpi kpi, String place, Period period) {
        BigDecimal numerator = amounts.of(kpi.numerator(), place, period);
        Term below = kpi.denominator();
        BigDecimal denominator = below == null ? null : amounts.of(below, place, period);
        Fraction value = value(numerator, denominator);
        Marks scoring = kpi.marks();
        Fraction marks = value == null || scoring == null ? null : scoring.of(value);
        return new KpiValue(kpi.code(), place, period, numerator, denominator, value, marks, value != null);
    }

    private static @Nullable Fraction value(BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (denominator == null) {
            return Fraction.of(numerator);
        }
        return denominator.signum() == 0 ? null : Fraction.of(numerator).over(Fraction.of(denominator));
    }
}
