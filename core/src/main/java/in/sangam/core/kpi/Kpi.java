package in.sangam.core.kpi;

import in.sangam.core.place.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key performance indicator as its file declares it: Sector → Department → Project → KPI.
 *
 * @param ranked whether it counts in the composite mark; one that does not is shown beside
 * @param weight its part in the composite; 0 when not ranked
 * @param owner the nodal officer to ask
 * @param levels levels of place that it is worked out for
 * @param denominator null for a plain count
 * @param marks null when it gives none
 * @param from first day on which it is in force, null for always
 * @param to last day on which it is in force, null when it still is
 */
public record Kpi(
        String code,
        String nameEn,
        String nameHi,
        String sector,
        String department,
        String project,
        String unit,
        Direction direction,
        boolean ranked,
        BigDecimal weight,
        String owner,
        Set<Level> levels,
        Term numerator,
        @Nullable Term denominator,
        @Nullable Marks marks,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Which way is better. */
    public enum Direction {
        HIGHER,
        LOWER
    }
}
