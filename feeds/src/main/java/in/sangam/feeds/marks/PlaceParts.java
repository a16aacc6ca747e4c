package in.sangam.feeds.marks;

import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.LargestRemainder;
import in.sangam.core.kpi.Marks;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One KPI's mark taken apart by the places below: numerators and denominators add up to those of the whole, and where marks
 * grow evenly with the value so do the points.
 *
 * @param parts the last one, without a place, is what no place below accounts for
 * @param adding whether the points add up to the mark; with bands, or a mark at its bound, they do not and are null
 */
public record PlaceParts(List<Part> parts, boolean adding) {

    /**
     * What one place below adds.
     *
     * @param place null for records that name no place below
     * @param share of the denominator, 0 to 1
     * @param points share × the mark of the part alone
     */
    public record Part(
            @Nullable Place place,
            BigDecimal numerator,
            BigDecimal denominator,
            Fraction share,
            @Nullable Fraction marks,
            @Nullable Fraction points) {}

    /** Takes a KPI's value apart; no parts when it is not applicable, is a plain count, or nothing lies below. */
    public static PlaceParts of(Figures figures, Places places, Kpi kpi, KpiValue whole) {
        BigDecimal all = whole.denominator();
        BigDecimal above = whole.numerator();
        Formula denominators = kpi.denominator();
        if (all == null
                || all.signum() == 0
                || above == null
                || denominators == null
                || !kpi.numerator().addsUp()
                || !denominators.addsUp()) {
            return new PlaceParts(List.of(), false);
        }
        List<Part> parts = new ArrayList<>();
        BigDecimal numerators = BigDecimal.ZERO;
        BigDecimal accounted = BigDecimal.ZERO;
        for (Place below : below(figures, places, whole.place())) {
            KpiValue value = figures.below(kpi, below.code());
            BigDecimal denominator = value.denominator();
            BigDecimal numerator = value.numerator();
            if (numerator != null && denominator != null && denominator.signum() != 0) {
                parts.add(part(below, numerator, denominator, all, kpi.marks()));
                numerators = numerators.add(numerator);
                accounted = accounted.add(denominator);
            }
        }
        if (parts.isEmpty()) {
            return new PlaceParts(List.of(), false);
        }
        BigDecimal rest = all.subtract(accounted);
        if (rest.signum() != 0) {
            parts.add(part(null, above.subtract(numerators), rest, all, kpi.marks()));
        }
        Fraction sum = parts.stream().map(Part::points).reduce(Fraction.ZERO, PlaceParts::plus);
        return new PlaceParts(parts, sum != null && sum.equals(whole.marks()));
    }

    /** Returns the points as shown, which add up to the mark as shown; only where the points are {@link #adding}. */
    public List<BigDecimal> shownPoints() {
        List<Fraction> points = parts.stream()
                .map(part -> Objects.requireNonNull(part.points()))
                .toList();
        Fraction mark = points.stream().reduce(Fraction.ZERO, Fraction::plus);
        return LargestRemainder.shown(points, mark, Explanation.DECIMALS);
    }

    private static @Nullable Fraction plus(@Nullable Fraction a, @Nullable Fraction b) {
        return a == null || b == null ? null : a.plus(b);
    }

    private static Part part(
            @Nullable Place place,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal all,
            @Nullable Marks marks) {
        Fraction share = Fraction.of(denominator).over(Fraction.of(all));
        Fraction mark = marks == null ? null : marks.of(Fraction.of(numerator).over(Fraction.of(denominator)));
        return new Part(place, numerator, denominator, share, mark, mark == null ? null : share.times(mark));
    }

    /** The next level down that matters to an officer: divisions of a state are read as districts. */
    private static List<Place> below(Figures figures, Places places, String code) {
        return switch (places.get(code).level()) {
            case STATE, DIVISION -> places.children(code, Level.DISTRICT);
            case DISTRICT -> smallest(places, code);
            case UNIT ->
                places.area(code, figures.end()).plus().stream()
                        .map(places::get)
                        .filter(place ->
                                place.level() != Level.UNIT) // what names the unit alone names no place further
                        .toList();
            default -> List.of();
        };
    }

    private static List<Place> smallest(Places places, String district) {
        List<Place> all = new ArrayList<>(places.children(district, Level.BLOCK));
        all.addAll(places.children(district, Level.CIRCLE));
        all.addAll(places.children(district, Level.ULB));
        return all;
    }
}
