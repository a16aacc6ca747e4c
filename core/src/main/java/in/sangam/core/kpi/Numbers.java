package in.sangam.core.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers of a KPI by what they are worth. */
public final class Numbers {

    private Numbers() {}

    /** Returns whether two numbers are worth the same, as 1 and 1.0 are; null, not reported, is the same as null alone. */
    public static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
