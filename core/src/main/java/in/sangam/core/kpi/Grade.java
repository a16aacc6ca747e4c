package in.sangam.core.kpi;

import java.math.BigDecimal;

/** Grade of a mark out of ten, worked out from the mark as shown: A from 9, B from 6, C from 3, else D (Uttar Pradesh, 01.06.2025). */
public enum Grade {
    A,
    B,
    C,
    D;

    /** Returns the grade of a mark as it is shown. */
    public static Grade of(BigDecimal shown) {
        if (shown.compareTo(BigDecimal.valueOf(9)) >= 0) {
            return A;
        }
        if (shown.compareTo(BigDecimal.valueOf(6)) >= 0) {
            return B;
        }
        return shown.compareTo(BigDecimal.valueOf(3)) >= 0 ? C : D;
    }
}
