package in.sangam.feeds.pages;

import in.sangam.core.kpi.Grade;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Period;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.Sources;
import in.sangam.feeds.marks.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranking page.
 *
 * @param months oldest first, the last is the one shown
 * @param rows of the division chosen, else all
 * @param tiles empty when divisions are ranked
 * @param trend whether there is more than one month to draw
 */
public record RankingView(
        Figures figures,
        Level level,
        List<Period> months,
        List<Place> divisions,
        @Nullable Place division,
        List<Row> rows,
        List<Tile> tiles,
        int tileColumns,
        int tileRows,
        List<Sources.Portal> sources,
        boolean trend) {

    /** One place in the ranking. */
    public record Row(Standing standing, Place place, @Nullable Place division, List<Cell> cells) {

        /** Returns the grade, null without a mark. */
        public @Nullable Grade grade() {
            return standing.ranked().grade();
        }
    }

    /** A KPI's mark in the matrix. */
    public record Cell(Kpi kpi, @Nullable KpiValue value, @Nullable Shown shown) {}

    /** A district on the map. */
    public record Tile(Row row, int column, int line) {}

    /** Returns whether any place has a mark. */
    public boolean anyMark() {
        return rows.stream().anyMatch(row -> row.grade() != null);
    }
}
