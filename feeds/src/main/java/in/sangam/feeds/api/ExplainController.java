package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Grade;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.KpiSources;
import in.sangam.feeds.marks.PlaceParts;
import in.sangam.feeds.marks.Sources;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
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
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal numerator,
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
            List<Fresh> sources) {}

    private final HubConfig config;
    private final FigureBoard board;
    private final Asked asked;
    private final KpiSources sources;

    ExplainController(HubConfig config, FigureBoard board, Asked asked, KpiSources sources) {
        this.config = config;
        this.board = board;
        this.asked = asked;
        this.sources = sources;
    }

    @GetMapping("/explain")
    @Operation(
            summary = "Why a mark is what it is",
            description =
                    "Without kpi the composite mark of the place, one line for each ranked KPI. With kpi that KPI's"
                            + " mark, one line for each place below. The points of the lines add up to the mark to the last digit.")
    Answer explain(
            @RequestParam(required = false) @Nullable String kpi,
            @RequestParam String place,
            @RequestParam(required = false) @Nullable String period) {
        Place where = asked.place(place);
        Figures figures = board.at(asked.period(period));
        return kpi == null ? composite(where, figures) : single(asked.kpi(kpi), where, figures);
    }

    private Answer composite(Place place, Figures figures) {
        Explanation explanation = figures.explanation(place.code());
        return answer(
                null,
                place,
                figures,
                null,
                explanation.mark(),
                explanation.lines().stream().map(line -> line(line, place)).toList(),
                explanation.lines().stream().map(Explanation.Line::kpi).toList());
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
                place,
                figures,
                KpiController.value(value, place, figures),
                value.marks(),
                lines,
                List.of(kpi));
    }

    private Answer answer(
            @Nullable String kpi,
            Place place,
            Figures figures,
            KpiController.@Nullable Value value,
            @Nullable Fraction mark,
            List<Line> lines,
            List<Kpi> kpis) {
        BigDecimal shown = mark == null ? null : mark.shown(Explanation.DECIMALS);
        return new Answer(
                Listing.india(figures.asOf()),
                figures.changeNo(),
                kpi,
                place.code(),
                figures.period().toString(),
                value,
                shown,
                mark == null ? null : mark.toString(),
                shown == null ? null : Grade.of(shown).name(),
                lines,
                sources.of(kpis).stream().map(ExplainController::fresh).toList());
    }

    private static Line line(Explanation.Line line, Place place) {
        KpiValue value = line.value();
        return new Line(
                line.kpi().code(),
                place.code(),
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
                records(value.kpi(), place.code(), value, Asked.Part.NUMERATOR),
                value.denominator() == null ? null : records(value.kpi(), place.code(), value, Asked.Part.DENOMINATOR));
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
