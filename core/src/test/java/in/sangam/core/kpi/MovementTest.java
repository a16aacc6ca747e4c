package in.sangam.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ShippedConfig;
import in.sangam.core.kpi.Ranking.Ranked;
import in.sangam.core.measure.Subject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What moved a mark, and what would move it up one rank, for invented numbers. */
class MovementTest {

    private static final Period OCTOBER = Period.of("2026-10");
    private static final List<Kpi> KPIS = ShippedConfig.get().kpis().ranked(OCTOBER).stream()
            .filter(kpi -> kpi.subject() == Subject.PLACE)
            .toList();

    private static Map<String, KpiValue> values(Random random, String place) {
        Map<String, KpiValue> values = new HashMap<>();
        for (Kpi kpi : KPIS) {
            BigDecimal denominator = BigDecimal.valueOf(random.nextInt(8) == 0 ? 0 : 100 + random.nextInt(400));
            BigDecimal numerator = BigDecimal.valueOf(random.nextInt(100));
            values.put(kpi.code(), KpiEvaluator.of(kpi, place, OCTOBER, numerator, denominator));
        }
        return values;
    }

    @Test
    void the_lines_of_a_movement_add_up_to_the_difference_of_the_marks_exactly_and_as_shown() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            Explanation before = Explanation.of("1", OCTOBER, KPIS, values(random, "1"));
            Explanation now = Explanation.of("1", OCTOBER, KPIS, values(random, "1"));
            Movement.between(before, now).ifPresent(moved -> {
                assertThat(moved.lines().stream().map(Movement.Line::exact).reduce(Fraction.ZERO, Fraction::plus))
                        .isEqualTo(moved.exact());
                assertThat(moved.lines().stream().map(Movement.Line::shown).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(moved.shown());
            });
        }
    }

    @Test
    void each_way_up_reaches_the_rank_ahead_and_one_record_less_does_not() {
        Random random = new Random(5);
        int ways = 0;
        for (int i = 0; i < 200; i++) {
            Map<String, Map<String, KpiValue>> all = new HashMap<>();
            IntStream.range(0, 8).forEach(place -> all.put("p" + place, values(random, "p" + place)));
            List<Ranked> ranking = Ranking.of(all.entrySet().stream()
                    .map(each -> Composite.of(each.getKey(), OCTOBER, KPIS, each.getValue()))
                    .toList());
            Map<String, KpiValue> own = all.get("p3");
            Explanation explanation = Explanation.of("p3", OCTOBER, KPIS, own);
            NextRank next = NextRank.of(ranking, explanation).orElse(null);
            for (NextRank.Way way : next == null ? List.<NextRank.Way>of() : next.ways()) {
                Fraction goal = explanation.mark().plus(next.gap());
                BigDecimal step = BigDecimal.valueOf(way.change().signum());
                assertThat(mark(own, way.kpi(), way.numerator())).isGreaterThanOrEqualTo(goal);
                assertThat(mark(own, way.kpi(), way.numerator().subtract(step))).isLessThan(goal);
                ways++;
            }
        }
        assertThat(ways).isGreaterThan(100);
    }

    private static Fraction mark(Map<String, KpiValue> values, Kpi kpi, BigDecimal numerator) {
        Map<String, KpiValue> changed = new HashMap<>(values);
        changed.put(
                kpi.code(),
                KpiEvaluator.of(
                        kpi, "p3", OCTOBER, numerator, values.get(kpi.code()).denominator()));
        Fraction mark = Explanation.of("p3", OCTOBER, KPIS, changed).mark();
        return mark == null ? Fraction.ZERO : mark;
    }
}
