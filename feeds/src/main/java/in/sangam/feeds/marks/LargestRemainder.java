package in.sangam.feeds.marks;

import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds parts so that, as shown, they add up to the whole as shown: the hundredths that rounding down leaves over go to the parts that lost most. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /** Rounds parts whose exact sum is the whole. */
    public static List<BigDecimal> shown(List<Fraction> parts, Fraction whole) {
        Fraction unit = Fraction.of(BigDecimal.TEN.pow(Explanation.DECIMALS));
        List<Fraction> scaled = parts.stream().map(part -> part.times(unit)).toList();
        BigInteger[] down = scaled.stream().map(LargestRemainder::floor).toArray(BigInteger[]::new);
        BigInteger given =
                IntStream.range(0, down.length).mapToObj(i -> down[i]).reduce(BigInteger.ZERO, BigInteger::add);
        int left = whole.shown(Explanation.DECIMALS)
                .unscaledValue()
                .subtract(given)
                .intValueExact();
        IntStream.range(0, down.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> scaled.get(i).minus(new Fraction(down[i], BigInteger.ONE)))
                        .reversed())
                .limit(left)
                .forEach(i -> down[i] = down[i].add(BigInteger.ONE));
        return IntStream.range(0, down.length)
                .mapToObj(i -> new BigDecimal(down[i], Explanation.DECIMALS))
                .toList();
    }

    private static BigInteger floor(Fraction value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), 0, RoundingMode.FLOOR)
                .toBigInteger();
    }
}
