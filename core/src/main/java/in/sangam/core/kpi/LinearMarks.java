package in.sangam.core.kpi;

/**
 * Marks that grow evenly: {@code min} at the value {@code worst}, {@code max} at {@code best}, and no more or less beyond.
 *
 * @param worst may lie above {@code best}: then lower values are better
 * @param min may be negative
 */
public record LinearMarks(Fraction worst, Fraction best, Fraction min, Fraction max) implements Marks {

    @Override
    public Fraction of(Fraction value) {
        Fraction part =
                value.minus(worst).over(best.minus(worst)).max(Fraction.ZERO).min(Fraction.ONE);
        return min.plus(max.minus(min).times(part));
    }
}
