package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Ranking.Ranked;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.Standing;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ranking of a month. */
@RestController
@RequestMapping("/api/v1")
final class RankingController {

    /**
     * Where a place stands.
     *
     * @param rank ties share a rank and the next is skipped; null for a place without a mark
     * @param change places gained since the month before; null when it had no rank there
     * @param marks out of ten, rounded once to two decimals; {@code marksExact} is the same as a fraction
     */
    public record Row(
            @Nullable Integer rank,
            @Nullable Integer change,
            String place,
            String nameEn,
            @Nullable String nameHi,
            @Nullable String division,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal marks,
            @Nullable String marksExact,
            @Nullable String grade,
            String period,
            String explain) {}

    private static final List<String> SUBJECTS = List.of("district", "division", "department", "post", "portal");

    private final HubConfig config;
    private final FigureBoard board;
    private final Asked asked;

    RankingController(HubConfig config, FigureBoard board, Asked asked) {
        this.config = config;
        this.board = board;
        this.asked = asked;
    }

    @GetMapping("/ranking")
    @Operation(
            summary = "Composite marks and ranks of districts, divisions, departments, posts or portals",
            description =
                    "With tree, of the units of a level of a departmental tree, as they are at the end of the month; what no"
                            + " unit can be given is told by kpi-values for the same tree and level.")
    Listing<Row> ranking(
            @RequestParam(defaultValue = "district") String subject,
            @RequestParam(required = false) @Nullable String tree,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String period) {
        Parameters.oneOf("subject", subject, SUBJECTS);
        Period month = asked.period(period);
        List<Figures> months = board.lately(month, 2);
        Figures figures = months.get(1);
        if (tree != null) {
            String known = asked.tree(tree);
            return listing(figures, Standing.of(months, known, asked.treeLevel(known, level)));
        }
        if (level != null) {
            throw ParameterProblem.invalid(
                    "level",
                    "A level is one of a tree: name the tree.",
                    config.places().trees().names());
        }
        return listing(figures, standings(months, subject));
    }

    private static List<Standing> standings(List<Figures> months, String subject) {
        Figures figures = months.get(1);
        Optional<Level> level = Level.of(subject);
        if (level.isEmpty()
                && figures.kpis().stream().noneMatch(kpi -> kpi.subject().word().equals(subject))) {
            throw ParameterProblem.invalid(
                    "subject",
                    "No KPI is declared for a " + subject + " yet, so there is nothing to rank by.",
                    List.of("district", "division"));
        }
        return level.isPresent()
                ? Standing.of(months, level.get())
                : Standing.of(months, Subject.of(subject).orElseThrow());
    }

    private Listing<Row> listing(Figures figures, List<Standing> standings) {
        return Listing.of(
                figures,
                standings.stream().map(standing -> row(standing, figures)).toList());
    }

    private Row row(Standing standing, Figures figures) {
        Ranked ranked = standing.ranked();
        String code = ranked.composite().place();
        Place place = config.places().find(code, figures.end()).orElse(null);
        Fraction mark = ranked.composite().mark();
        return new Row(
                ranked.rank() == 0 ? null : ranked.rank(),
                standing.change(),
                code,
                place == null ? Subject.code(code) : place.nameEn(),
                place == null ? null : place.nameHi(),
                place == null
                        ? null
                        : config.places()
                                .at(Level.DIVISION, code)
                                .map(Place::code)
                                .orElse(null),
                ranked.shown(),
                mark == null ? null : mark.toString(),
                ranked.grade() == null ? null : ranked.grade().name(),
                figures.period().toString(),
                "/api/v1/explain?place=" + code + "&period=" + figures.period());
    }
}
