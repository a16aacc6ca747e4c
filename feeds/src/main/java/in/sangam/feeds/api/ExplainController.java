package in.sangam.feeds.api;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Grade;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Movement;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Place;
import in.sangam.core.place.Unit;
import in.sangam.feeds.api.Explained.Answer;
import in.sangam.feeds.api.Explained.Excused;
import in.sangam.feeds.api.Explained.Line;
import in.sangam.feeds.api.Explained.Moved;
import in.sangam.feeds.api.Explained.OneRankUp;
import in.sangam.feeds.marks.BesideUnits;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.KpiSources;
import in.sangam.feeds.marks.PlaceParts;
import in.sangam.feeds.reconciliation.ExcusedDesk;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a mark is what it is: lines whose points add up to it, exactly and as shown. */
@RestController
@RequestMapping("/api/v1")
final class ExplainController {

    private final HubConfig config;
    private final FigureBoard board;
    private final Asked asked;
    private final KpiSources sources;
    private final ExcusedDesk excused;

    ExplainController(HubConfig config, FigureBoard board, Asked asked, KpiSources sources, ExcusedDesk excused) {
        this.config = config;
        this.board = board;
        this.asked = asked;
        this.sources = sources;
        this.excused = excused;
    }

    @GetMapping("/explain")
    @Operation(
            summary = "Why a mark is what it is",
            description =
                    "Without kpi the composite mark of the place, one line for each ranked KPI. With kpi that KPI's"
                            + " mark, one line for each place below, or that the unit of a departmental tree covers; of a post, department or portal one line. The points of the lines add up to the mark to the"
                            + " last digit.")
    Answer explain(
            @RequestParam(required = false) @Nullable String kpi,
            @RequestParam String place,
            @RequestParam(required = false) @Nullable String period) {
        String subject = asked.subject(place);
        List<Figures> months = board.lately(asked.period(period), 2);
        if (kpi == null) {
            return composite(subject, months);
        }
        return Subject.kindOf(subject) == Subject.PLACE
                ? single(asked.kpi(kpi), asked.place(place), months.get(1))
                : single(asked.kpi(kpi), subject, months.get(1));
    }

    private Answer composite(String subject, List<Figures> months) {
        Figures figures = months.get(1);
        Explanation explanation = figures.explanation(subject);
        Figures before = months.get(0);
        return answer(
                null,
                subject,
                figures,
                null,
                explanation.mark(),
                explanation.lines().stream()
                        .map(line -> ExplainLines.of(line, subject))
                        .toList(),
                explanation.lines().stream().map(Explanation.Line::kpi).toList(),
                Movement.between(before.explanation(subject), explanation)
                        .map(moved -> ExplainNotes.moved(moved, before))
                        .orElse(null),
                figures.nextRank(subject).map(ExplainNotes::oneRankUp).orElse(null));
    }

    private Answer single(Kpi kpi, Place place, Figures figures) {
        Asked.workedOut(kpi, place, figures);
        KpiValue value = figures.value(kpi, place.code());
        String level = config.places()
                .trees()
                .find(place.code(), figures.end())
                .map(Unit::treeLevel)
                .orElse(place.level().word());
        PlaceParts parts = PlaceParts.of(figures, config.places(), kpi, value);
        List<Line> lines = parts.adding()
                ? ExplainLines.of(kpi, value, parts)
                : ExplainLines.whole(kpi, value, place.nameEn(), place.nameHi());
        return answer(
                kpi.code(),
                place.code(),
                figures,
                ShownValue.of(value, place, level, figures),
                value.marks(),
                lines,
                List.of(kpi),
                null,
                null);
    }

    private Answer single(Kpi kpi, String subject, Figures figures) {
        KpiValue value = Asked.workedOut(kpi, subject, figures);
        return answer(
                kpi.code(),
                subject,
                figures,
                ShownValue.of(value, figures),
                value.marks(),
                ExplainLines.whole(kpi, value, Subject.code(subject), null),
                List.of(kpi),
                null,
                null);
    }

    private Answer answer(
            @Nullable String kpi,
            String subject,
            Figures figures,
            @Nullable ShownValue value,
            @Nullable Fraction mark,
            List<Line> lines,
            List<Kpi> kpis,
            @Nullable Moved moved,
            @Nullable OneRankUp oneRankUp) {
        BigDecimal shown = mark == null ? null : mark.shown(Explanation.DECIMALS);
        return new Answer(
                Listing.india(figures.asOf()),
                figures.changeNo(),
                kpi,
                subject,
                figures.period().toString(),
                value,
                shown,
                mark == null ? null : mark.toString(),
                shown == null ? null : Grade.of(shown).name(),
                lines,
                sources.of(kpis, subject).stream().map(ExplainNotes::fresh).toList(),
                excused.beside(kpis, figures.period()).stream()
                        .map(day -> new Excused(day.day(), day.portal(), day.stream(), day.evidence()))
                        .toList(),
                moved,
                oneRankUp,
                Unit.isUnit(subject)
                        ? BesideUnits.of(figures, config.places(), subject, kpis).stream()
                                .map(ExplainNotes::beside)
                                .toList()
                        : null);
    }
}
