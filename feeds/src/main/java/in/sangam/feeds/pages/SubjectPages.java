package in.sangam.feeds.pages;

import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Movement;
import in.sangam.core.kpi.NextRank;
import in.sangam.core.kpi.Period;
import in.sangam.core.measure.Subject;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rankings of posts, whoever holds them, and of portals, and one of them: from its mark to the lines that make it. */
@Controller
public final class SubjectPages {

    private static final int MONTHS = 12;

    /** All of a kind as they stand in a month; {@code kpis} are those that are worked out for it. */
    public record AllView(Subject kind, Figures figures, List<Period> months, List<Kpi> kpis, List<Row> rows) {}

    /** One post or portal: where it stands and its cell for each KPI; {@code portal} is null for a post. */
    public record Row(Standing standing, List<RankingView.Cell> cells, @Nullable ConnectedPortal portal) {

        /** Returns how measures name it. */
        public String subject() {
            return standing.ranked().composite().place();
        }

        /** Returns its code. */
        public String code() {
            return Subject.code(subject());
        }
    }

    /**
     * One post or portal.
     *
     * @param of how many of its kind have a mark
     * @param moved what moved the mark since the month before, null when one of the two has none
     * @param next what would move it up one rank, null for the first and without a mark
     */
    public record OneView(
            Subject kind,
            Figures figures,
            Row row,
            int of,
            Explanation explanation,
            Period since,
            @Nullable Movement moved,
            @Nullable NextRank next) {}

    private final FigureBoard board;
    private final Asked asked;
    private final FeedSettings settings;

    SubjectPages(FigureBoard board, Asked asked, FeedSettings settings) {
        this.board = board;
        this.asked = asked;
        this.settings = settings;
    }

    @GetMapping("/posts")
    ResponseEntity<String> posts(Page page, @RequestParam(required = false) @Nullable String period) {
        return all(page, Subject.POST, period);
    }

    @GetMapping("/posts/{*code}")
    ResponseEntity<String> post(
            Page page, @PathVariable String code, @RequestParam(required = false) @Nullable String period) {
        return one(page, Subject.POST, code.substring(1), period);
    }

    @GetMapping("/portals")
    ResponseEntity<String> portals(Page page, @RequestParam(required = false) @Nullable String period) {
        return all(page, Subject.PORTAL, period);
    }

    @GetMapping("/portals/{code}")
    ResponseEntity<String> portal(
            Page page, @PathVariable String code, @RequestParam(required = false) @Nullable String period) {
        return one(page, Subject.PORTAL, code, period);
    }

    private ResponseEntity<String> all(Page page, Subject kind, @Nullable String period) {
        List<Figures> months = board.months(asked.period(period), 2);
        List<Period> offered = IntStream.range(0, MONTHS)
                .mapToObj(back -> new Period(board.current().month().minusMonths(back)))
                .toList();
        return Templates.render(
                "subjects",
                page,
                new AllView(kind, months.get(1), offered, kpis(months.get(1), kind), rows(months, kind)));
    }

    private ResponseEntity<String> one(Page page, Subject kind, String code, @Nullable String period) {
        String subject = kind.named(code);
        List<Figures> months = board.months(asked.period(period), 2);
        List<Row> rows = rows(months, kind);
        Row row = rows.stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> ParameterProblem.missing(
                        "code", "No number is worked out for a " + kind.word() + " " + code + " in this month."));
        Figures figures = months.get(1);
        Explanation explanation = figures.explanation(subject);
        return Templates.render(
                "subject",
                page,
                new OneView(
                        kind,
                        figures,
                        row,
                        (int) rows.stream()
                                .filter(each -> each.standing.ranked().rank() > 0)
                                .count(),
                        explanation,
                        months.get(0).period(),
                        Movement.between(months.get(0).explanation(subject), explanation)
                                .orElse(null),
                        figures.nextRank(subject).orElse(null)));
    }

    private static List<Kpi> kpis(Figures figures, Subject kind) {
        return figures.kpis().stream().filter(kpi -> kpi.subject() == kind).toList();
    }

    private List<Row> rows(List<Figures> months, Subject kind) {
        Figures figures = months.get(1);
        return Standing.of(months, kind).stream()
                .map(standing -> row(standing, figures, kind))
                .toList();
    }

    private Row row(Standing standing, Figures figures, Subject kind) {
        String subject = standing.ranked().composite().place();
        Map<String, KpiValue> values = figures.values(subject);
        return new Row(
                standing,
                kpis(figures, kind).stream()
                        .map(kpi -> new RankingView.Cell(kpi, values.get(kpi.code()), Shown.of(values.get(kpi.code()))))
                        .toList(),
                settings.portals().get().stream()
                        .filter(portal -> Subject.PORTAL.named(portal.portal()).equals(subject))
                        .findFirst()
                        .orElse(null));
    }
}
