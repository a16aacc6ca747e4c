package in.sangam.core.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI comes to for a subject and a period. Exact: round only to show.
 *
 * @param place the subject: code of a place, or the named post, department or portal
 * @param numerator null when it was not reported
 * @param denominator null for a plain count, or when it was not reported
 * @param value numerator ÷ denominator, or the count itself; null when there is none
 * @param marks null when the KPI gives none: its weight is then shared out among the rest
 */
public record KpiValue(
        String kpi,
        String place,
        Period period,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Fraction value,
        @Nullable Fraction marks,
        State state) {

    /** Whether there is a value, and if not, why. */
    public enum State {
        MEASURED,
        /** The denominator is 0: there was nothing to do well or badly. */
        NOT_APPLICABLE,
        /** What the number is made of was never reported: neither zero nor nothing to do. */
        NOT_REPORTED,
        /** The denominator is below the smallest for which marks are given; the value is shown without marks. */
        TOO_FEW
    }

    /** Returns whether there is a value that earns its marks. */
    public boolean applicable() {
        return state == State.MEASURED;
    }
}
