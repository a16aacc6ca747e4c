package in.sangam.core.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What moved a mark between two explanations, by KPI: the lines add up to the difference of the marks, exactly and as shown.
 *
 * @param exact later mark less the earlier
 * @param shown the same of the marks as they are shown
 */
public record Movement(Fraction exact, BigDecimal shown, List<Line> lines) {

    /**
     * One KPI's part of the movement.
     *
     * @param before its value then, null when it had no line
     * @param now its value now, null when it has no line
     * @param exact points now less points then
     */
    public record Line(Kpi kpi, @Nullable KpiValue before, @Nullable KpiValue now, Fraction exact, BigDecimal shown) {}

    /** Compares two explanations of one subject; empty when one of them has no mark. */
    public static Optional<Movement> between(Explanation before, Explanation now) {
        Fraction was = before.mark();
        Fraction is = now.mark();
        if (was == null || is == null) {
            return Optional.empty();
        }
        Map<String, Explanation.Line> earlier = byKpi(before);
        Map<String, Explanation.Line> later = byKpi(now);
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        later.forEach((code, line) -> kpis.put(code, line.kpi()));
        earlier.forEach((code, line) -> kpis.putIfAbsent(code, line.kpi()));
        List<Line> lines = new ArrayList<>();
        kpis.forEach((code, kpi) -> lines.add(line(kpi, earlier.get(code), later.get(code))));
        return Optional.of(new Movement(
                is.minus(was), is.shown(Explanation.DECIMALS).subtract(was.shown(Explanation.DECIMALS)), lines));
    }

    private static Map<String, Explanation.Line> byKpi(Explanation explanation) {
        Map<String, Explanation.Line> lines = new LinkedHashMap<>();
        explanation.lines().forEach(line -> lines.put(line.kpi().code(), line));
        return lines;
    }

    private static Line line(Kpi kpi, Explanation.@Nullable Line before, Explanation.@Nullable Line now) {
        Fraction was = before == null ? Fraction.ZERO : before.points();
        Fraction is = now == null ? Fraction.ZERO : now.points();
        BigDecimal shownBefore = before == null ? BigDecimal.ZERO : before.shownPoints();
        BigDecimal shownNow = now == null ? BigDecimal.ZERO : now.shownPoints();
        return new Line(
                kpi,
                before == null ? null : before.value(),
                now == null ? null : now.value(),
                is.minus(was),
                shownNow.subtract(shownBefore));
    }
}
