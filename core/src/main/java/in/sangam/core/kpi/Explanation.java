package in.sangam.core.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a place has its composite mark: lines whose points add up to it, exactly and also as shown.
 *
 * @param mark exact composite, null when no line applies
 * @param lines one for each ranked KPI that has a value, in the order given
 */
public record Explanation(String place, Period period, @Nullable Fraction mark, List<Line> lines) {

    /** Decimals with which marks and points are shown. */
    public static final int DECIMALS = 2;

    /**
     * One KPI's part of the composite.
     *
     * @param weight as declared
     * @param share weight after sharing out, 0 to 1; 0 when not applicable
     * @param points share × marks, exact
     * @param shownPoints points with two decimals, rounded so that the lines shown add up to the mark shown
     */
    public record Line(
            Kpi kpi, KpiValue value, BigDecimal weight, Fraction share, Fraction points, BigDecimal shownPoints) {}

    /** Explains the composite of a place from its values by KPI code; KPIs that are not ranked or have no value are passed over. */
    public static Explanation of(String place, Period period, List<Kpi> kpis, Map<String, KpiValue> values) {
        List<Part> parts = new ArrayList<>();
        for (Kpi kpi : kpis) {
            KpiValue value = values.get(kpi.code());
            if (kpi.ranked() && value != null) {
                parts.add(new Part(kpi, value));
            }
        }
        Fraction weights = parts.stream().map(Part::weight).reduce(Fraction.ZERO, Fraction::plus);
        if (weights.isZero()) {
            return new Explanation(place, period, null, lines(parts, Fraction.ONE, Fraction.ZERO));
        }
        Fraction mark = parts.stream().map(part -> part.points(weights)).reduce(Fraction.ZERO, Fraction::plus);
        return new Explanation(place, period, mark, lines(parts, weights, mark));
    }

    private static List<Line> lines(List<Part> parts, Fraction weights, Fraction mark) {
        List<BigDecimal> shown = LargestRemainder.shown(
                parts.stream().map(part -> part.points(weights)).toList(), mark, DECIMALS);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            lines.add(new Line(
                    part.kpi,
                    part.value,
                    part.kpi.weight(),
                    part.weight().over(weights),
                    part.points(weights),
                    shown.get(i)));
        }
        return List.copyOf(lines);
    }

    private record Part(Kpi kpi, KpiValue value) {

        /** The weight that takes part in the mean: none without a mark. */
        Fraction weight() {
            return value.marks() == null ? Fraction.ZERO : Fraction.of(kpi.weight());
        }

        Fraction points(Fraction weights) {
            Fraction marks = value.marks();
            return marks == null ? Fraction.ZERO : weight().over(weights).times(marks);
        }
    }
}
