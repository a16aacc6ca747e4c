package in.sangam.core.kpi;

import in.sangam.core.kpi.Ranking.Ranked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would move a subject up to the next better rank, by each KPI alone and with its denominator as it is.
 *
 * @param ahead who stands there
 * @param rank theirs, which would be shared
 * @param gap marks to gain, exact
 * @param ways one for each KPI that can close the gap alone
 */
public record NextRank(String ahead, int rank, Fraction gap, List<Way> ways) {

    /**
     * One KPI alone.
     *
     * @param numerator what it would have to be
     * @param change that less what it is
     * @param marks the KPI's marks that it takes at least
     */
    public record Way(Kpi kpi, BigDecimal numerator, BigDecimal change, Fraction marks) {}

    /** Returns the way up; empty for the first, and without a mark. */
    public static Optional<NextRank> of(List<Ranked> ranking, Explanation explanation) {
        Fraction mark = explanation.mark();
        if (mark == null) {
            return Optional.empty();
        }
        Ranked ahead = null;
        for (Ranked each : ranking) {
            Fraction theirs = each.composite().mark();
            if (theirs != null && theirs.compareTo(mark) > 0) {
                ahead = each;
            }
        }
        Fraction goal = ahead == null ? null : ahead.composite().mark();
        if (ahead == null || goal == null) {
            return Optional.empty();
        }
        Fraction gap = goal.minus(mark);
        List<Way> ways = new ArrayList<>();
        for (Explanation.Line line : explanation.lines()) {
            Way way = way(line, gap);
            if (way != null) {
                ways.add(way);
            }
        }
        return Optional.of(new NextRank(ahead.composite().place(), ahead.rank(), gap, ways));
    }

    private static @Nullable Way way(Explanation.Line line, Fraction gap) {
        Marks scoring = line.kpi().marks();
        KpiValue value = line.value();
        Fraction marks = value.marks();
        BigDecimal numerator = value.numerator();
        if (scoring == null
                || marks == null
                || numerator == null
                || value.value() == null
                || line.share().isZero()) {
            return null;
        }
        Fraction needed = marks.plus(gap.over(line.share()));
        Fraction reaching = scoring.reaching(needed);
        if (reaching == null) {
            return null;
        }
        BigDecimal denominator = value.denominator();
        Fraction count = reaching.times(denominator == null ? Fraction.ONE : Fraction.of(denominator));
        boolean more = count.compareTo(Fraction.of(numerator)) > 0;
        BigDecimal whole = new BigDecimal(count.numerator())
                .divide(new BigDecimal(count.denominator()), 0, more ? RoundingMode.CEILING : RoundingMode.FLOOR);
        Fraction reached =
                scoring.of(Fraction.of(whole).over(denominator == null ? Fraction.ONE : Fraction.of(denominator)));
        return reached.compareTo(needed) < 0 ? null : new Way(line.kpi(), whole, whole.subtract(numerator), needed);
    }
}
