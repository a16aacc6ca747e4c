package in.sangam.core.kpi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The composite mark of a place: the weighted mean of the marks of its ranked KPIs. A KPI that is not applicable leaves
 * the mean, so that its weight is shared out among the rest in proportion.
 *
 * @param mark exact, null when no ranked KPI applies
 */
public record Composite(String place, Period period, @Nullable Fraction mark) {

    /** Works out the composite of a place from its values by KPI code; KPIs that are not ranked are passed over. */
    public static Composite of(String place, Period period, List<Kpi> kpis, Map<String, KpiValue> values) {
        return new Composite(
                place, period, Explanation.of(place, period, kpis, values).mark());
    }
}
