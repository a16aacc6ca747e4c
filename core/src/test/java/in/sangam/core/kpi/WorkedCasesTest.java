package in.sangam.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.HubConfig;
import in.sangam.core.config.ShippedConfig;
import in.sangam.core.kpi.KpiValue.State;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Published cases, worked through. */
class WorkedCasesTest {

    private static final HubConfig CONFIG = ShippedConfig.get();
    private static final Period MONTH = Period.of("2026-10");

    private static Kpi kpi(String code) {
        return CONFIG.kpis().find(code).orElseThrow();
    }

    private static Kpi example(String code) {
        ConfigErrors errors = new ConfigErrors();
        Path folder = Path.of("../config/kpis/examples");
        KpiCatalogue examples = KpiFiles.load(new ConfigFolder(folder), CONFIG.measures(), errors);
        assertThat(errors.all()).isEmpty();
        return examples.find(code).orElseThrow();
    }

    private static KpiValue value(Kpi kpi, @Nullable String numerator, @Nullable String denominator) {
        return KpiEvaluator.of(kpi, "208", MONTH, number(numerator), number(denominator));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Fraction marks(KpiValue value) {
        Fraction marks = value.marks();
        assertThat(marks).isNotNull();
        return marks == null ? Fraction.ZERO : marks;
    }

    @Test
    void bhagalpur_in_june_2025_is_rounded_once_and_ranked_by_what_is_exact() {
        Fraction bhagalpur = marks(value(kpi("rtps-disposed-in-time"), "5283163", "5285960"));
        Fraction justBelow = marks(value(kpi("rtps-disposed-in-time"), "5283162", "5285960"));

        assertThat(bhagalpur.shown(12).toPlainString()).startsWith("9.99470");
        assertThat(bhagalpur.shown(2)).hasToString("9.99");
        assertThat(bhagalpur.shown(3)).hasToString("9.995");
        assertThat(justBelow.shown(3)).hasToString("9.995");
        assertThat(Ranking.of(
                        List.of(new Composite("below", MONTH, justBelow), new Composite("above", MONTH, bhagalpur))))
                .extracting(ranked -> ranked.rank() + " " + ranked.composite().place())
                .containsExactly("1 above", "2 below");
    }

    @Test
    void two_fourths_are_followed_by_a_sixth() {
        List<Composite> marks =
                List.of("9.63", "9.35", "9.31", "9.30", "9.30", "9.29", "9.2", "9.1", "9.1", "9.0").stream()
                        .map(mark -> new Composite("p" + mark, MONTH, Fraction.of(new BigDecimal(mark))))
                        .toList();

        assertThat(Ranking.of(marks)).extracting(Ranking.Ranked::rank).containsExactly(1, 2, 3, 4, 4, 6, 7, 8, 8, 10);
    }

    @Test
    void a_grade_is_that_of_the_mark_as_it_is_shown() {
        Kpi tenPoints = example("example-ten-points");

        assertThat(grade(value(tenPoints, "8995", "10000"))).isEqualTo(Grade.A);
        assertThat(grade(value(tenPoints, "89949", "100000"))).isEqualTo(Grade.B);
        assertThat(grade(value(tenPoints, "6", "10"))).isEqualTo(Grade.B);
        assertThat(grade(value(tenPoints, "3", "10"))).isEqualTo(Grade.C);
        assertThat(grade(value(tenPoints, "2", "10"))).isEqualTo(Grade.D);
    }

    private static Grade grade(KpiValue value) {
        return Grade.of(marks(value).shown(Explanation.DECIMALS));
    }

    @Test
    void bands_are_worth_three_two_one_and_minus_one() {
        Kpi bands = example("example-bands");

        assertThat(List.of("101", "100", "99.99", "80", "79.99", "60", "59.99", "0"))
                .extracting(percent -> marks(value(bands, percent, "100")).toString())
                .containsExactly("3", "3", "2", "2", "1", "1", "-1", "-1");
    }

    @Test
    void too_few_give_no_marks_nothing_reported_those_declared_and_nothing_to_do_none() {
        Kpi tenPoints = example("example-ten-points");

        assertThat(value(tenPoints, "4", "4").state()).isEqualTo(State.TOO_FEW);
        assertThat(value(tenPoints, "4", "4").marks()).isNull();
        assertThat(value(tenPoints, "5", "5").marks()).isEqualTo(Fraction.of(10));
        assertThat(value(tenPoints, null, "5").state()).isEqualTo(State.NOT_REPORTED);
        assertThat(value(tenPoints, null, "5").marks()).isEqualTo(Fraction.ZERO);
        assertThat(value(kpi("rtps-disposed-in-time"), null, null).marks()).isNull();
        assertThat(value(tenPoints, "0", "0").state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(value(tenPoints, "0", "0").marks()).isNull();
    }

    @Test
    void the_eighteen_districts_without_an_inspection_in_december_get_zero_there_and_nothing_else_changes() {
        Set<String> without = List.of(
                        "Aurangabad",
                        "Bhojpur",
                        "Gaya",
                        "Jehanabad",
                        "Kaimur (Bhabua)",
                        "Katihar",
                        "Kishanganj",
                        "Munger",
                        "Muzaffarpur",
                        "Nawada",
                        "Pashchim Champaran",
                        "Patna",
                        "Purbi Champaran",
                        "Rohtas",
                        "Samastipur",
                        "Sitamarhi",
                        "Siwan",
                        "Supaul")
                .stream()
                .map(name -> CONFIG.places()
                        .names()
                        .resolve(name, Level.DISTRICT, null)
                        .code())
                .collect(Collectors.toSet());
        assertThat(without).hasSize(18).doesNotContainNull();
        Amounts december = (term, place, period) -> {
            boolean inspected = term.measure().startsWith("lsk.inspection");
            return BigDecimal.valueOf(
                    inspected ? without.contains(place) ? 0 : 4 : term.aggregate() == Term.Aggregate.ROSTER ? 1 : 7);
        };
        KpiEvaluator evaluator = new KpiEvaluator(december);
        for (Place district : CONFIG.places().ofLevel(Level.DISTRICT)) {
            Map<String, Fraction> marks = new HashMap<>();
            CONFIG.kpis().all().stream()
                    .filter(kpi -> kpi.subject() == Subject.PLACE && kpi.isFor(Level.DISTRICT))
                    .map(kpi -> evaluator.evaluate(kpi, district.code(), MONTH))
                    .filter(value -> value.marks() != null)
                    .forEach(value -> marks.put(value.kpi(), marks(value)));
            assertThat(marks.get("lsk-inspections")).isEqualTo(Fraction.of(without.contains(district.code()) ? 0 : 10));
            assertThat(marks.get("rtps-disposed-in-time")).isEqualTo(Fraction.of(10));
            assertThat(marks.get("cpgrams-pending-beyond-limit")).isEqualTo(Fraction.ZERO);
        }
    }

    @Test
    void the_shipped_kpis_rank_districts_by_six_and_managers_departments_and_portals_by_their_own() {
        assertThat(CONFIG.kpis().all().stream().filter(Kpi::ranked).collect(Collectors.groupingBy(Kpi::subject)))
                .hasEntrySatisfying(Subject.PLACE, kpis -> assertThat(kpis).hasSize(6))
                .hasEntrySatisfying(Subject.POST, kpis -> assertThat(kpis).hasSize(3))
                .hasEntrySatisfying(Subject.DEPARTMENT, kpis -> assertThat(kpis).hasSize(1))
                .hasEntrySatisfying(Subject.PORTAL, kpis -> assertThat(kpis).hasSize(2));
        assertThat(CONFIG.kpis().all()).hasSizeGreaterThan(30).allSatisfy(kpi -> {
            assertThat(kpi.nameHi()).isNotBlank();
            assertThat(kpi.owner()).isNotBlank();
        });
    }
}
