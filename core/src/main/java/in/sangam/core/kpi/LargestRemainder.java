package in.sangam.core.kpi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds the parts of a sum so that, as shown, they add up to the sum as it is shown. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /** Rounds every part down, then gives the units still missing to the parts that lost most; {@code sum} is their exact sum. */
    public static List<BigDecimal> shown(List<Fraction> parts, Fraction sum, int decimals) {
        Fraction unit = Fraction.of(BigDecimal.TEN.pow(decimals));
        List<BigInteger> units = new ArrayList<>();
        List<Fraction> lost = new ArrayList<>();
        int missing = sum.shown(decimals).unscaledValue().intValueExact();
        for (Fraction part : parts) {
            BigInteger down = floor(part.times(unit));
            units.add(down);
            lost.add(part.times(unit).minus(new Fraction(down, BigInteger.ONE)));
            missing -= down.intValueExact();
        }
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(lost::get, Comparator.reverseOrder()))
                .limit(missing)
                .forEach(i -> units.set(i, units.get(i).add(BigInteger.ONE)));
        return units.stream().map(count -> new BigDecimal(count, decimals)).toList();
    }

    private static BigInteger floor(Fraction value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), 0, RoundingMode.FLOOR)
                .toBigIntegerExact();
    }
}
