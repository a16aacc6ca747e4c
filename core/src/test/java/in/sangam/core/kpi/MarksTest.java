package in.sangam.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final LinearMarks RATIO = linear("0", "1");

    private static LinearMarks linear(String worst, String best) {
        return new LinearMarks(number(worst), number(best), Fraction.ZERO, Fraction.of(10));
    }

    private static Fraction number(String decimal) {
        return Fraction.of(new BigDecimal(decimal));
    }

    @Test
    void a_mark_is_exact_until_it_is_shown() {
        Fraction mark = RATIO.of(Fraction.of(52_83_163).over(Fraction.of(52_85_960)));

        assertThat(mark.shown(2)).isEqualTo(new BigDecimal("9.99"));
        assertThat(mark.shown(3)).isEqualTo(new BigDecimal("9.995"));
    }

    @Test
    void linear_marks_may_run_downwards_and_stop_at_both_ends() {
        LinearMarks fewer = linear("1", "0");

        assertThat(fewer.of(number("0.25"))).isEqualTo(number("7.5"));
        assertThat(fewer.of(number("3"))).isEqualTo(Fraction.ZERO);
        assertThat(RATIO.of(number("1.2"))).isEqualTo(Fraction.of(10));
    }

    @Test
    void bands_give_the_mark_of_the_highest_bound_that_is_reached_and_may_be_negative() {
        BandMarks bands = new BandMarks(List.of(
                new BandMarks.Band(number("0"), number("-1")),
                new BandMarks.Band(number("1"), number("3")),
                new BandMarks.Band(number("0.8"), number("2"))));

        assertThat(bands.of(number("1"))).isEqualTo(number("3"));
        assertThat(bands.of(number("0.99"))).isEqualTo(number("2"));
        assertThat(bands.of(number("0.1"))).isEqualTo(number("-1"));
        assertThat(bands.of(number("-5"))).isEqualTo(number("-1"));
        assertThat(bands.max()).isEqualTo(number("3"));
    }

    @Test
    void fractions_keep_lowest_terms_and_the_sign_above() {
        assertThat(Fraction.of(2).over(Fraction.of(-6))).hasToString("-1/3");
        assertThat(number("0.10").plus(number("0.20"))).isEqualTo(number("0.3"));
        assertThat(Fraction.ONE.over(Fraction.of(3)).times(Fraction.of(3))).isEqualTo(Fraction.ONE);
        assertThat(number("-0.005").shown(2)).isEqualTo(new BigDecimal("-0.01"));
        assertThatThrownBy(() -> Fraction.ONE.over(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void the_grade_follows_the_mark_that_is_shown() {
        assertThat(Grade.of(number("8.995").shown(2))).isEqualTo(Grade.A);
        assertThat(Grade.of(new BigDecimal("8.99"))).isEqualTo(Grade.B);
        assertThat(Grade.of(new BigDecimal("6.00"))).isEqualTo(Grade.B);
        assertThat(Grade.of(new BigDecimal("3"))).isEqualTo(Grade.C);
        assertThat(Grade.of(new BigDecimal("2.99"))).isEqualTo(Grade.D);
    }
}
