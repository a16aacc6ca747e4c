package in.sangam.feeds.publication;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.KpiCell;
import in.sangam.store.KpiPublication;
import in.sangam.store.Publications;
import in.sangam.store.read.PublishedMonth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the KPI values of the as-of month for the state, its divisions and districts, and those of posts,
 * departments and portals that a sink asks for. Quick when nothing changed.
 */
public final class CurrentKpis {

    private static final int VALUE_DECIMALS = 10;
    private static final List<Level> LEVELS = List.of(Level.STATE, Level.DIVISION, Level.DISTRICT);

    private final FigureBoard board;
    private final HubConfig config;
    private final KpiPublication publication;
    private final Publications publications;
    private final KpiDemand demand;
    private @Nullable Figures published;

    public CurrentKpis(
            FigureBoard board,
            HubConfig config,
            KpiPublication publication,
            Publications publications,
            KpiDemand demand) {
        this.demand = demand;
        this.board = board;
        this.config = config;
        this.publication = publication;
        this.publications = publications;
    }

    /**
     * Publishes what changed since the last call.
     *
     * @param sinks names of the sinks that get KPI values
     */
    public synchronized void publish(List<String> sinks) {
        publications.untold().forEach(version -> tell(sinks, version));
        Figures figures = board.at(board.current());
        if (published == figures) {
            return;
        }
        publication.publish(
                sinks,
                cells(figures, sinks),
                figures.asOf().atZone(CanonicalRecord.INDIA).toOffsetDateTime(),
                demand::asks);
        published = figures;
    }

    /** Hands a published month on as it stands in its version; told twice after a crash, the second time changes nothing. */
    private void tell(List<String> sinks, Publications.Untold version) {
        publications.version(version.period(), version.version()).ifPresent(month -> {
            List<KpiCell> cells = new ArrayList<>();
            for (PublishedMonth.Figure each : month.figures()) {
                BigDecimal numerator = each.numerator();
                if (numerator != null && isPublished(each.kpi(), each.subject(), sinks)) {
                    cells.add(cell(each, month.period(), numerator));
                }
            }
            publication.publish(
                    sinks, cells, month.asOf().atZone(CanonicalRecord.INDIA).toOffsetDateTime(), demand::asks);
        });
        publications.told(version);
    }

    private static KpiCell cell(PublishedMonth.Figure figure, String period, BigDecimal numerator) {
        BigDecimal denominator = figure.denominator();
        boolean measured = figure.state().equals(KpiValue.State.MEASURED.name());
        Fraction value = !measured
                ? null
                : denominator == null
                        ? Fraction.of(numerator)
                        : Fraction.of(numerator).over(Fraction.of(denominator));
        String marks = figure.marks();
        return new KpiCell(
                figure.kpi(),
                figure.subject(),
                period,
                numerator,
                denominator,
                value == null ? null : value.shown(VALUE_DECIMALS),
                marks == null ? null : Fraction.parse(marks).shown(Explanation.DECIMALS));
    }

    private List<KpiCell> cells(Figures figures, List<String> sinks) {
        List<String> subjects = new ArrayList<>();
        LEVELS.forEach(level -> config.places().ofLevel(level).forEach(place -> subjects.add(place.code())));
        Subject.BESIDE_PLACES.forEach(kind -> subjects.addAll(figures.subjects(kind)));
        List<KpiCell> cells = new ArrayList<>();
        for (String subject : subjects) {
            figures.values(subject).values().forEach(value -> {
                BigDecimal numerator = value.numerator();
                if (numerator != null && isPublished(value.kpi(), subject, sinks)) {
                    cells.add(cell(value, numerator));
                }
            });
        }
        return cells;
    }

    private boolean isPublished(String kpi, String subject, List<String> sinks) {
        return Subject.kindOf(subject) == Subject.PLACE || sinks.stream().anyMatch(sink -> demand.asks(sink, kpi));
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
