package in.sangam.core.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI comes to for a place and a period. Exact: round only to show.
 *
 * @param denominator null for a plain count
 * @param value numerator ÷ denominator, or the count itself; null when not applicable
 * @param marks null when not applicable or when the KPI gives none
 * @param applicable false when the denominator is 0: its weight is shared out among the rest
 */
public record KpiValue(
        String kpi,
        String place,
        Period period,
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Fraction value,
        @Nullable Fraction marks,
        boolean applicable) {}
