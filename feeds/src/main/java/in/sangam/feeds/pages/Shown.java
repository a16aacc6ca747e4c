package in.sangam.feeds.pages;

import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Grade;
import in.sangam.core.kpi.KpiValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A mark as it is shown, rounded once, with the grade of what is shown. */
public record Shown(BigDecimal mark, Grade grade) {

    static @Nullable Shown of(@Nullable Fraction exact) {
        if (exact == null) {
            return null;
        }
        BigDecimal mark = exact.shown(Explanation.DECIMALS);
        return new Shown(mark, Grade.of(mark));
    }

    static @Nullable Shown of(@Nullable KpiValue value) {
        return value == null ? null : of(value.marks());
    }
}
