package in.sangam.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void thirds_of_ten_add_up_to_ten() {
        Fraction third = Fraction.of(10).over(Fraction.of(3));

        List<BigDecimal> shown =
                LargestRemainder.shown(List.of(third, third, third), Fraction.of(10), Explanation.DECIMALS);

        assertThat(shown).containsExactly(new BigDecimal("3.34"), new BigDecimal("3.33"), new BigDecimal("3.33"));
    }

    @Test
    void any_parts_negative_ones_too_add_up_to_the_whole_as_shown_and_none_is_off_by_a_hundredth() {
        Random random = new Random(20261031);
        for (int run = 0; run < 500; run++) {
            List<Fraction> parts = Stream.generate(() -> new Fraction(
                            BigInteger.valueOf(random.nextInt(2000) - 500),
                            BigInteger.valueOf(1 + random.nextInt(999))))
                    .limit(1 + random.nextInt(12))
                    .toList();
            Fraction whole = parts.stream().reduce(Fraction.ZERO, Fraction::plus);

            List<BigDecimal> shown = LargestRemainder.shown(parts, whole, Explanation.DECIMALS);

            assertThat(shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(whole.shown(2));
            for (int i = 0; i < parts.size(); i++) {
                assertThat(Fraction.of(shown.get(i))
                                .minus(parts.get(i))
                                .shown(6)
                                .abs())
                        .isLessThanOrEqualTo(new BigDecimal("0.01"));
            }
        }
    }
}
