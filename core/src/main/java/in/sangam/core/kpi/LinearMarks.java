package in.sangam.core.kpi;

import org.jspecify.annotations.Nullable;

/**
 * Marks that grow evenly: {@code min} at the value {@code worst}, {@code max} at {@code best}, and no more or less beyond.
 *
 * @param worst may lie above {@code best}: then lower values are better
 * @param min may be negative
 */
public record LinearMarks(Fraction worst, Fraction best, Fraction min, Fraction max) implements Marks {

    @Override
    public @Nullable Fraction reaching(Fraction mark) {
        if (mark.compareTo(max.max(min)) > 0 || max.equals(min)) {
            return null;
        }
        Fraction part = mark.minus(min).over(max.minus(min)).max(Fraction.ZERO);
        return worst.plus(best.minus(worst).times(part));
    }

    @Override
    public Fraction of(Fraction value) {
        Fraction part =
                value.minus(worst).over(best.minus(worst)).max(Fraction.ZERO).min(Fraction.ONE);
        return min.plus(max.minus(min).times(part));
    }
}
