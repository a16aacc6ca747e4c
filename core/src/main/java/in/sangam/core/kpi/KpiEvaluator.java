package in.sangam.core.kpi;

import in.sangam.core.kpi.KpiValue.State;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The one evaluator of KPIs: for the page, the API, publication and comparison alike. */
public final class KpiEvaluator {

    private final Amounts amounts;

    /** Takes the source of amounts. */
    public KpiEvaluator(Amounts amounts) {
        this.amounts = amounts;
    }

    /** Works out a KPI for a subject and a period. */
    public KpiValue evaluate(Kpi kpi, String subject, Period period) {
        Formula below = kpi.denominator();
        return of(
                kpi,
                subject,
                period,
                kpi.numerator().value(amounts, subject, period),
                below == null ? null : below.value(amounts, subject, period));
    }

    /**
     * Works a KPI out from numbers that are known.
     *
     * @param numerator null when it was not reported
     * @param denominator null when it was not reported, or the KPI has none
     */
    public static KpiValue of(
            Kpi kpi, String subject, Period period, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        boolean ratio = kpi.denominator() != null;
        if (numerator == null || (ratio && denominator == null)) {
            return new KpiValue(
                    kpi.code(), subject, period, numerator, denominator, null, kpi.missing(), State.NOT_REPORTED);
        }
        if (!ratio) {
            return value(kpi, subject, period, numerator, null, Fraction.of(numerator));
        }
        if (denominator == null || denominator.signum() == 0) {
            return new KpiValue(kpi.code(), subject, period, numerator, denominator, null, null, State.NOT_APPLICABLE);
        }
        Fraction value = Fraction.of(numerator).over(Fraction.of(denominator));
        BigDecimal smallest = kpi.smallest();
        return smallest != null && denominator.compareTo(smallest) < 0
                ? new KpiValue(kpi.code(), subject, period, numerator, denominator, value, null, State.TOO_FEW)
                : value(kpi, subject, period, numerator, denominator, value);
    }

    private static KpiValue value(
            Kpi kpi,
            String subject,
            Period period,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Fraction value) {
        Marks scoring = kpi.marks();
        return new KpiValue(
                kpi.code(),
                subject,
                period,
                numerator,
                denominator,
                value,
                scoring == null ? null : scoring.of(value),
                State.MEASURED);
    }
}
