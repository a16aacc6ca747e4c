package in.sangam.feeds.api;

import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.place.Place;
import in.sangam.feeds.api.Explained.Line;
import in.sangam.feeds.marks.PlaceParts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines of an explanation, each with where its records are listed. */
final class ExplainLines {

    private ExplainLines() {}

    /** Returns the line of a KPI in a composite mark. */
    static Line of(Explanation.Line line, String subject) {
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

    /** Returns the lines of the places whose parts add up to a KPI's mark. */
    static List<Line> of(Kpi kpi, KpiValue whole, PlaceParts parts) {
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

    /** Returns the one line of a mark that does not add up from places below; none without a mark. */
    static List<Line> whole(Kpi kpi, KpiValue value, String nameEn, @Nullable String nameHi) {
        Fraction marks = value.marks();
        if (marks == null) {
            return List.of();
        }
        BigDecimal shown = marks.shown(Explanation.DECIMALS);
        return List.of(new Line(
                kpi.code(),
                value.place(),
                nameEn,
                nameHi,
                value.numerator(),
                value.denominator(),
                Objects.requireNonNull(value.value()).toString(),
                shown,
                marks.toString(),
                null,
                "1",
                shown,
                marks.toString(),
                records(kpi.code(), value.place(), value, Asked.Part.NUMERATOR),
                value.denominator() == null
                        ? null
                        : records(kpi.code(), value.place(), value, Asked.Part.DENOMINATOR)));
    }

    private static String records(String kpi, String place, KpiValue value, Asked.Part part) {
        return "/api/v1/records?kpi=" + kpi + "&place=" + place + "&period=" + value.period() + "&part=" + part.word();
    }
}
