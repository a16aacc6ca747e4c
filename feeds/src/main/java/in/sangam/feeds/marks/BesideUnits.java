package in.sangam.feeds.marks;

import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.core.place.Unassigned;
import in.sangam.core.place.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI comes to where no unit of a level of a departmental tree can be given it: with the units' values it adds up to the
 * state's, where the KPI adds up at all.
 *
 * @param value of its counts; nobody is to be marked by it
 */
public record BesideUnits(Kpi kpi, Unassigned where, KpiValue value) {

    /** Returns what lies beside all units of a level, only where anything was counted. */
    public static List<BesideUnits> of(Figures figures, Places places, String tree, String level, List<Kpi> kpis) {
        List<BesideUnits> all = new ArrayList<>();
        List<Unassigned> rest = places.beside(tree, level, figures.end());
        for (Kpi kpi : kpis) {
            for (Unassigned each : kpi.isForUnits() ? rest : List.<Unassigned>of()) {
                KpiValue value = figures.in(each.area(), kpi, each.holder().code());
                if (isSome(value.numerator()) || isSome(value.denominator())) {
                    all.add(new BesideUnits(kpi, each, value));
                }
            }
        }
        return all;
    }

    /**
     * Returns what names only a place that lies in several units of a level or partly in one, this one among them: it may be the
     * unit's own.
     *
     * @param unit its code among places; one that is not there has none
     */
    public static List<BesideUnits> of(Figures figures, Places places, String unit, List<Kpi> kpis) {
        Unit of = places.trees().find(unit, figures.end()).orElse(null);
        if (of == null) {
            return List.of();
        }
        Set<Place> above = places.area(unit, figures.end()).plus().stream()
                .flatMap(code -> places.ancestors(code).stream())
                .collect(Collectors.toSet());
        return of(figures, places, of.tree(), of.level(), kpis).stream()
                .filter(each ->
                        each.where.why() == Unassigned.Why.NOT_NAMED_FURTHER && above.contains(each.where.holder()))
                .toList();
    }

    private static boolean isSome(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() != 0;
    }
}
