package in.sangam.feeds.publication;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.KpiCell;
import in.sangam.store.KpiPublication;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishes the KPI values of the as-of month for the state, its divisions and districts. Quick when nothing changed. */
public final class CurrentKpis {

    private static final int VALUE_DECIMALS = 10;
    private static final List<Level> LEVELS = List.of(Level.STATE, Level.DIVISION, Level.DISTRICT);

    private final FigureBoard board;
    private final HubConfig config;
    private final KpiPublication publication;
    private @Nullable Figures published;

    public CurrentKpis(FigureBoard board, HubConfig config, KpiPublication publication) {
        this.board = board;
        this.config = config;
        this.publication = publication;
    }

    /**
     * Publishes what changed since the last call.
     *
     * @param sinks names of the sinks that get KPI values
     */
    public synchronized void publish(List<String> sinks) {
        Figures figures = board.at(board.current());
        if (published == figures) {
            return;
        }
        publication.publish(
                sinks,
                cells(figures),
                figures.asOf().atZone(CanonicalRecord.INDIA).toOffsetDateTime());
        published = figures;
    }

    private List<KpiCell> cells(Figures figures) {
        List<KpiCell> cells = new ArrayList<>();
        for (Level level : LEVELS) {
            for (Place place : config.places().ofLevel(level)) {
                figures.values(place.code()).values().forEach(value -> {
                    BigDecimal numerator = value.numerator();
                    if (numerator != null) {
                        cells.add(cell(value, numerator));
                    }
                });
            }
        }
        return cells;
    }

    private static KpiCell cell(KpiValue value, BigDecimal numerator) {
        return new KpiCell(
                value.kpi(),
                value.place(),
                value.period().toString(),
                numerator,
                value.denominator(),
                value.value() == null ? null : value.value().shown(VALUE_DECIMALS),
                value.marks() == null ? null : value.marks().shown(Explanation.DECIMALS));
    }
}
