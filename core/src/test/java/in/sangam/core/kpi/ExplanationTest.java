package in.sangam.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ShippedConfig;
import in.sangam.core.measure.Subject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Period OCTOBER = Period.of("2026-10");
    private static final List<Kpi> KPIS = ShippedConfig.get().kpis().all().stream()
            .filter(kpi -> kpi.subject() == Subject.PLACE)
            .toList();

    private static Map<String, KpiValue> values(Random random) {
        KpiEvaluator evaluator = new KpiEvaluator((term, place, period) -> {
            boolean part = term.measure().contains("beyond")
                    || term.measure().endsWith("-time")
                    || term.measure().endsWith("entered");
            return BigDecimal.valueOf(random.nextInt(6) == 0 ? 0 : part ? random.nextInt(90) : 90 + random.nextInt(99));
        });
        Map<String, KpiValue> values = new HashMap<>();
        KPIS.forEach(kpi -> values.put(kpi.code(), evaluator.evaluate(kpi, "212", OCTOBER)));
        return values;
    }

    @Test
    void the_lines_add_up_to_the_mark_exactly_and_as_shown_whatever_the_values() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            Map<String, KpiValue> values = values(random);
            Explanation explanation = Explanation.of("212", OCTOBER, KPIS, values);
            Fraction mark = explanation.mark();
            if (mark == null) {
                assertThat(explanation.lines()).allMatch(line -> !line.value().applicable());
                continue;
            }
            Fraction sum =
                    explanation.lines().stream().map(Explanation.Line::points).reduce(Fraction.ZERO, Fraction::plus);
            BigDecimal shown = explanation.lines().stream()
                    .map(Explanation.Line::shownPoints)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(sum).isEqualTo(mark);
            assertThat(shown).isEqualByComparingTo(mark.shown(2));
            assertThat(explanation.lines()).allSatisfy(line -> assertThat(
                            line.points().shown(6).subtract(line.shownPoints()).abs())
                    .isLessThan(new BigDecimal("0.01")));
            assertThat(Composite.of("212", OCTOBER, KPIS, values).mark()).isEqualTo(mark);
        }
    }

    @Test
    void a_kpi_that_does_not_apply_shares_its_weight_out_among_the_rest() {
        Map<String, KpiValue> values = new HashMap<>();
        for (Kpi kpi : KPIS) {
            boolean applies = kpi.code().startsWith("rtps");
            Fraction marks = kpi.code().endsWith("in-time") ? Fraction.of(8) : Fraction.of(4);
            values.put(
                    kpi.code(),
                    new KpiValue(
                            kpi.code(),
                            "212",
                            OCTOBER,
                            BigDecimal.ONE,
                            BigDecimal.ONE,
                            applies ? Fraction.ONE : null,
                            applies ? marks : null,
                            applies ? KpiValue.State.MEASURED : KpiValue.State.NOT_APPLICABLE));
        }

        Explanation explanation = Explanation.of("212", OCTOBER, KPIS, values);

        assertThat(explanation.mark()).isEqualTo(Fraction.of(25 * 8 + 15 * 4).over(Fraction.of(40)));
        assertThat(explanation.lines()).hasSize(6);
        assertThat(explanation.lines().get(0).share().shown(3)).isEqualTo(new BigDecimal("0.625"));
        assertThat(explanation.lines().get(2).share().isZero()).isTrue();
    }

    @Test
    void the_denominator_nought_does_not_apply_and_a_plain_count_gives_no_marks() {
        KpiEvaluator nothing = new KpiEvaluator((term, place, period) -> BigDecimal.ZERO);
        Kpi ratio = KPIS.get(0);
        Kpi count = ShippedConfig.get().kpis().find("cpgrams-pending").orElseThrow();

        assertThat(nothing.evaluate(ratio, "212", OCTOBER)).satisfies(value -> {
            assertThat(value.applicable()).isFalse();
            assertThat(value.marks()).isNull();
        });
        assertThat(nothing.evaluate(count, "212", OCTOBER)).satisfies(value -> {
            assertThat(value.applicable()).isTrue();
            assertThat(value.value()).isEqualTo(Fraction.ZERO);
            assertThat(value.marks()).isNull();
        });
    }

    @Test
    void ties_share_a_rank_and_the_next_is_skipped_by_the_exact_mark() {
        Fraction third = Fraction.ONE.over(Fraction.of(3));
        List<Ranking.Ranked> ranking = Ranking.of(List.of(
                new Composite("d", OCTOBER, third),
                new Composite("none", OCTOBER, null),
                new Composite("a", OCTOBER, Fraction.of(9)),
                new Composite("c", OCTOBER, Fraction.of(new BigDecimal("5.0000000001"))),
                new Composite("b", OCTOBER, Fraction.of(9)),
                new Composite("e", OCTOBER, Fraction.of(5))));

        assertThat(ranking).extracting(Ranking.Ranked::rank).containsExactly(1, 1, 3, 4, 5, 0);
        assertThat(ranking)
                .extracting(ranked -> ranked.composite().place())
                .containsExactly("a", "b", "c", "e", "d", "none");
        assertThat(ranking.get(2).shown()).isEqualTo(new BigDecimal("5.00"));
    }
}
