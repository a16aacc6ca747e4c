package in.sangam.feeds.api;

import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.core.place.Unit;
import in.sangam.feeds.marks.BesideUnits;
import in.sangam.feeds.marks.Figures;
import java.util.ArrayList;
import java.util.List;

/** KPI values of units of departmental trees, and beside them what no unit can be given. */
final class UnitValues {

    private final Places places;

    UnitValues(Places places) {
        this.places = places;
    }

    /** Returns the values of all units of a level, then what lies in none of them. */
    Listing<ShownValue> listing(Figures figures, String tree, String level, List<Kpi> kpis) {
        List<ShownValue> values = new ArrayList<>();
        places.trees().units(tree, level, figures.end()).forEach(unit -> values(unit, kpis, figures, values));
        BesideUnits.of(figures, places, tree, level, kpis).forEach(each -> values.add(value(each, figures)));
        return Listing.of(figures, values);
    }

    /** Returns the values of one unit, then what may be its own, but names only a place that it has a part of. */
    Listing<ShownValue> listing(Figures figures, Place unit, List<Kpi> kpis) {
        List<ShownValue> values = new ArrayList<>();
        places.trees().find(unit.code(), figures.end()).ifPresent(found -> values(found, kpis, figures, values));
        BesideUnits.of(figures, places, unit.code(), kpis).forEach(each -> values.add(value(each, figures)));
        return Listing.of(figures, values);
    }

    private void values(Unit unit, List<Kpi> kpis, Figures figures, List<ShownValue> to) {
        for (Kpi kpi : kpis) {
            KpiValue value = figures.values(unit.place()).get(kpi.code());
            if (value != null) {
                to.add(ShownValue.of(
                        value, places.find(unit.place(), figures.end()).orElseThrow(), unit.treeLevel(), figures));
            }
        }
    }

    private static ShownValue value(BesideUnits beside, Figures figures) {
        Place holder = beside.where().holder();
        KpiValue value = beside.value();
        return new ShownValue(
                value.kpi(),
                holder.code(),
                holder.level().word(),
                holder.nameEn(),
                value.period().toString(),
                figures.end(),
                value.numerator(),
                value.denominator(),
                null,
                null,
                null,
                null,
                false,
                beside.where().why().word());
    }
}
