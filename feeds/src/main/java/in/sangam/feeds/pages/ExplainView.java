package in.sangam.feeds.pages;

import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.place.Place;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.PlaceParts;
import in.sangam.feeds.marks.Sources;
import in.sangam.store.ExcusedDays;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one KPI's mark comes about.
 *
 * @param line its line in the composite mark, null when it is not ranked
 * @param excused approved days of the month on which a source was out
 * @param points points of the parts as shown; empty when they do not add up to the mark
 */
public record ExplainView(
        Figures figures,
        Kpi kpi,
        Place place,
        List<Place> above,
        KpiValue value,
        @Nullable Shown shown,
        Explanation.@Nullable Line line,
        PlaceParts parts,
        List<BigDecimal> points,
        List<Sources.Stream> sources,
        List<ExcusedDays.Day> excused) {}
