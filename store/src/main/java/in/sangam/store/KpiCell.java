package in.sangam.store;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of a KPI for a place and a period, as it is published.
 *
 * @param period such as {@code 2026-10}
 * @param denominator null for a plain count
 * @param value null when not applicable (denominator 0)
 * @param marks null when the KPI carries no marks or is not applicable
 */
public record KpiCell(
        String kpi,
        String place,
        String period,
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal marks) {}
