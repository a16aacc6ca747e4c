package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Grade;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Movement;
import in.sangam.core.kpi.NextRank;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.KpiSources;
import in.sangam.feeds.marks.PlaceParts;
import in.sangam.feeds.marks.Sources;
import in.sangam.feeds.reconciliation.ExcusedDesk;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a mark is what it is: lines whose points add up to it, exactly and as shown. */
@RestController
@RequestMapping("/api/v1")
final class ExplainController {

    /**
     * One line of an explanation: a KPI of a composite mark, or a place below of a KPI's mark.
     *
     * @param points its part of the mark as shown; {@code pointsExact} is the same as a fraction
     * @param numeratorRecords where the records behind the numerator are listed
     */
    public record Line(
            @Nullable String kpi,
            @Nullable String place,
            String nameEn,
            @Nullable String nameHi,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal numerator,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal denominator,
            @Nullable String value,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal marks,
            @Nullable String marksExact,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal weight,
            String share,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal points,
            String pointsExact,
            @Nullable String numeratorRecords,
            @Nullable String denominatorRecords) {}

    /** How fresh a source of the counts is. */
    public record Fresh(String portal, String stream, @Nullable Long ageSeconds, String state) {}

    /** A day of the month that is excused because a source was out. */
    public record Excused(LocalDate day, String portal, String stream, String evidence) {}

    /**
     * An explanation.
     *
     * @param kpi null for the composite mark
     * @param mark as shown; null when nothing applies
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            OffsetDateTime asOf,
            long changeNo,
            @Nullable String kpi,
            String place,
            String period,
            KpiController.@Nullable Value value,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal mark,
            @Nullable String markExact,
            @Nullable String grade,
            List<Line> lines,
            List<Fresh> sources,
            List<Excused> excused,
            @Nullable Moved moved,
            @Nullable OneRankUp oneRankUp) {}

    /** What moved the mark since the month before, by KPI; the lines add up to the difference as shown. */
    public record Moved(
            String since, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal difference, List<MovedLine> lines) {}

    /** One KPI's part: value and points then and now. */
    public record MovedLine(
            String kpi,
            String nameEn,
            String nameHi,
            @Nullable String before,
            @Nullable String now,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal difference,
            String differenceExact) {}

    /** What would share the next better rank: each way alone, with its denominator as it is. */
    public record OneRankUp(String ahead, int rank, String gapExact, List<Way> ways) {}

    /** A numerator that would be enough. */
    public record Way(
            String kpi,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal numerator,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal change) {}

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
                            + " mark, one line for each place below. The points of the lines add up to the mark to the"
                            + " last digit.")
    Answer explain(
            @RequestParam(required = false) @Nullable String kpi,
            @RequestParam String place,
            @RequestParam(required = false) @Nullable String period) {
        String subject = asked.subject(place);
        List<Figures> months = board.lately(asked.period(period), 2);
        return kpi == null ? composite(subject, months) : single(asked.kpi(kpi), asked.place(place), months.get(1));
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
                explanation.lines().stream().map(line -> line(line, subject)).toList(),
                explanation.lines().stream().map(Explanation.Line::kpi).toList(),
                Movement.between(before.explanation(subject), explanation)
                        .map(moved -> moved(moved, before))
                        .orElse(null),
                figures.nextRank(subject).map(ExplainController::oneRankUp).orElse(null));
    }

    private static Moved moved(Movement moved, Figures before) {
        return new Moved(
                before.period().toString(),
                moved.shown(),
                moved.lines().stream()
                        .map(line -> new MovedLine(
                                line.kpi().code(),
                                line.kpi().nameEn(),
                                line.kpi().nameHi(),
                                exact(line.before()),
                                exact(line.now()),
                                line.shown(),
                                line.exact().toString()))
                        .toList());
    }

    private static @Nullable String exact(@Nullable KpiValue value) {
        Fraction exact = value == null ? null : value.value();
        return exact == null ? null : exact.toString();
    }

    private static OneRankUp oneRankUp(NextRank next) {
        return new OneRankUp(
                next.ahead(),
                next.rank(),
                next.gap().toString(),
                next.ways().stream()
                        .map(way -> new Way(way.kpi().code(), way.numerator(), way.change()))
                        .toList());
    }

    private Answer single(Kpi kpi, Place place, Figures figures) {
        if (!kpi.levels().contains(place.level())) {
            throw ParameterProblem.invalid(
                    "place",
                    kpi.code() + " is not worked out for a " + place.level().word() + ".",
                    kpi.levels().stream().sorted().map(Level::word).toList());
        }
        KpiValue value = figures.value(kpi, place.code());
        PlaceParts parts = PlaceParts.of(figures, config.places(), kpi, value);
        List<Line> lines = parts.adding() ? lines(kpi, value, parts) : whole(kpi, value, place);
        return answer(
                kpi.code(),
                place.code(),
                figures,
                KpiController.value(value, place, figures),
                value.marks(),
                lines,
                List.of(kpi),
                null,
                null);
    }

    private Answer answer(
            @Nullable String kpi,
            String subject,
            Figures figures,
            KpiController.@Nullable Value value,
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
                sources.of(kpis).stream().map(ExplainController::fresh).toList(),
                excused.beside(kpis, figures.period()).stream()
                        .map(day -> new Excused(day.day(), day.portal(), day.stream(), day.evidence()))
                        .toList(),
                moved,
                oneRankUp);
    }

    private static Line line(Explanation.Line line, String subject) {
        KpiValue value = line.value();
        return new Line(
                line.kpi().code(),
                subject,
                line.kpi().nameEn(),
                line.kpi().nameHi(),
                value.numerator(),
                value.denominator(),
                value.value() == null ? null : value.value().toString(),
                value.marks() == null ? null : value.marks().shown(Explanation.DECIMALS),
                value.marks() == null ? null : value.marks().toString(),
                line.weight(),
                line.share().toString(),
                line.shownPoints(),
                line.points().toString(),
                records(value.kpi(), subject, value, Asked.Part.NUMERATOR),
                value.denominator() == null ? null : records(value.kpi(), subject, value, Asked.Part.DENOMINATOR));
    }

    private static List<Line> lines(Kpi kpi, KpiValue whole, PlaceParts parts) {
        List<BigDecimal> shown = parts.shownPoints();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            lines.add(line(kpi, whole, parts.parts().get(i), shown.get(i)));
        }
        return lines;
    }

    private static Line line(Kpi kpi, KpiValue whole, PlaceParts.Part part, BigDecimal shown) {
        Place place = part.place();
        Fraction marks = Objects.requireNonNull(part.marks());
        return new Line(
                kpi.code(),
                place == null ? null : place.code(),
                place == null ? "Place not named further" : place.nameEn(),
                place == null ? "आगे स्थान अंकित नहीं" : place.nameHi(),
                part.numerator(),
                part.denominator(),
                Fraction.of(part.numerator())
                        .over(Fraction.of(part.denominator()))
                        .toString(),
                marks.shown(Explanation.DECIMALS),
                marks.toString(),
                null,
                part.share().toString(),
                shown,
                Objects.requireNonNull(part.points()).toString(),
                place == null ? null : records(kpi.code(), place.code(), whole, Asked.Part.NUMERATOR),
                place == null ? null : records(kpi.code(), place.code(), whole, Asked.Part.DENOMINATOR));
    }

    private static List<Line> whole(Kpi kpi, KpiValue value, Place place) {
        Fraction marks = value.marks();
        if (marks == null) {
            return List.of();
        }
        BigDecimal shown = marks.shown(Explanation.DECIMALS);
        return List.of(new Line(
                kpi.code(),
                place.code(),
                place.nameEn(),
                place.nameHi(),
                value.numerator(),
                value.denominator(),
                Objects.requireNonNull(value.value()).toString(),
                shown,
                marks.toString(),
                null,
                "1",
                shown,
                marks.toString(),
                records(kpi.code(), place.code(), value, Asked.Part.NUMERATOR),
                value.denominator() == null ? null : records(kpi.code(), place.code(), value, Asked.Part.DENOMINATOR)));
    }

    private static String records(String kpi, String place, KpiValue value, Asked.Part part) {
        return "/api/v1/records?kpi=" + kpi + "&place=" + place + "&period=" + value.period() + "&part=" + part.word();
    }

    private static Fresh fresh(Sources.Stream stream) {
        return new Fresh(
                stream.portal().portal(),
                stream.name(),
                stream.age() == null ? null : stream.age().toSeconds(),
                stream.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
