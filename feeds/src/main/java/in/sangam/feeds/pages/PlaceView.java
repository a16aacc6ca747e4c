package in.sangam.feeds.pages;

import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Movement;
import in.sangam.core.kpi.NextRank;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Ranking.Ranked;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.Sources;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place: its mark, the lines that add up to it, and the places below.
 *
 * @param above places above it, the state first
 * @param ranked where it stands, null for a level that is not ranked
 * @param of how many places stand in that ranking with a mark
 * @param since the month before
 * @param moved what moved the mark since then, null when one of the two months has none
 * @param next what would move it up one rank, null for the first and without a mark
 * @param beside KPIs that are shown but not ranked
 * @param sources sources by KPI code
 */
public record PlaceView(
        Figures figures,
        Place place,
        List<Place> above,
        @Nullable Ranked ranked,
        int of,
        Explanation explanation,
        Period since,
        @Nullable Movement moved,
        @Nullable NextRank next,
        List<KpiValue> beside,
        Map<String, Kpi> kpis,
        Map<String, List<Sources.Stream>> sources,
        @Nullable Level belowLevel,
        List<Kpi> belowKpis,
        List<Below> below) {

    /** A place below with its values. */
    public record Below(Place place, @Nullable Shown mark, List<RankingView.Cell> cells) {}
}
