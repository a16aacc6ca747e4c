package in.sangam.core.kpi;

import in.sangam.core.measure.Subject;
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
 * @param source document, act or order that asks for it; null when none is named
 * @param subject what it is worked out for; posts, departments and portals have rankings of their own
 * @param levels levels of place that it is worked out for; none when the subject is no place
 * @param denominator null for a plain count
 * @param marks null when it gives none
 * @param missing marks of a subject that has not reported; null: it is left out
 * @param smallest denominator below which no marks are given; null: none
 * @param roster for posts: who should have reported; null: whoever has
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
        @Nullable String source,
        Subject subject,
        Set<Level> levels,
        Formula numerator,
        @Nullable Formula denominator,
        @Nullable Marks marks,
        @Nullable Fraction missing,
        @Nullable BigDecimal smallest,
        @Nullable Term roster,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Returns whether it is in force on a day. */
    public boolean isInForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Returns whether it is worked out for places of a level. */
    public boolean isFor(Level level) {
        return levels.contains(level);
    }

    /**
     * Returns whether it is worked out for units of departmental trees: those have no level of place, so that it is where every part
     * of its formulas counts something that lies in places.
     */
    public boolean isForUnits() {
        return subject == Subject.PLACE
                && numerator.growsWithPlaces()
                && (denominator == null || denominator.growsWithPlaces());
    }

    /** Which way is better. */
    public enum Direction {
        HIGHER,
        LOWER
    }
}
