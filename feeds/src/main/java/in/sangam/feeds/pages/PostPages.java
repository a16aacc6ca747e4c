package in.sangam.feeds.pages;

import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Movement;
import in.sangam.core.kpi.NextRank;
import in.sangam.core.kpi.Period;
import in.sangam.core.measure.Subject;
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

/** The ranking of posts, whoever holds them, and one post: from its mark to the lines that make it. */
@Controller
public final class PostPages {

    private static final int MONTHS = 12;

    /** Posts as they stand in a month; {@code kpis} are those that are worked out for posts. */
    public record PostsView(Figures figures, List<Period> months, List<Kpi> kpis, List<Row> rows) {}

    /** One post: where it stands and its cell for each KPI. */
    public record Row(Standing standing, List<RankingView.Cell> cells) {

        /** Returns the post as measures name it. */
        public String subject() {
            return standing.ranked().composite().place();
        }

        /** Returns the code of the post. */
        public String code() {
            return Subject.code(subject());
        }
    }

    /**
     * One post.
     *
     * @param of how many posts have a mark
     * @param moved what moved the mark since the month before, null when one of the two has none
     * @param next what would move it up one rank, null for the first and without a mark
     */
    public record PostView(
            Figures figures,
            Row row,
            int of,
            Explanation explanation,
            Period since,
            @Nullable Movement moved,
            @Nullable NextRank next) {}

    private final FigureBoard board;
    private final Asked asked;

    PostPages(FigureBoard board, Asked asked) {
        this.board = board;
        this.asked = asked;
    }

    @GetMapping("/posts")
    ResponseEntity<String> posts(Page page, @RequestParam(required = false) @Nullable String period) {
        List<Figures> months = board.months(asked.period(period), 2);
        List<Period> offered = IntStream.range(0, MONTHS)
                .mapToObj(back -> new Period(board.current().month().minusMonths(back)))
                .toList();
        return Templates.render(
                "posts", page, new PostsView(months.get(1), offered, kpis(months.get(1)), rows(months)));
    }

    @GetMapping("/posts/{*code}")
    ResponseEntity<String> post(
            Page page, @PathVariable String code, @RequestParam(required = false) @Nullable String period) {
        String subject = Subject.POST.named(code.substring(1));
        List<Figures> months = board.months(asked.period(period), 2);
        List<Row> rows = rows(months);
        Row row = rows.stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> ParameterProblem.missing(
                        "code", "No number is worked out for a post " + code.substring(1) + " in this month."));
        Figures figures = months.get(1);
        Explanation explanation = figures.explanation(subject);
        return Templates.render(
                "post",
                page,
                new PostView(
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

    private static List<Kpi> kpis(Figures figures) {
        return figures.kpis().stream()
                .filter(kpi -> kpi.subject() == Subject.POST)
                .toList();
    }

    private static List<Row> rows(List<Figures> months) {
        Figures figures = months.get(1);
        return Standing.of(months, Subject.POST).stream()
                .map(standing -> row(standing, figures))
                .toList();
    }

    private static Row row(Standing standing, Figures figures) {
        Map<String, KpiValue> values =
                figures.values(standing.ranked().composite().place());
        return new Row(
                standing,
                kpis(figures).stream()
                        .map(kpi -> new RankingView.Cell(kpi, values.get(kpi.code()), Shown.of(values.get(kpi.code()))))
                        .toList());
    }
}
