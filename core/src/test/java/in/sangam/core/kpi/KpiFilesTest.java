package in.sangam.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.ShippedConfig;
import in.sangam.core.measure.DeclaredMeasures;
import in.sangam.core.measure.Subject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiFilesTest {

    private static final String MEASURES =
            """
            done: {of: t, flow: held}
            open: {of: t, stock: {from: held}}
            centre: {of: t, flow: held, per: office, by: [place, post]}
            managers: {of: posting, stock: {from: from, until: to}, per: post, by: [place, post]}
            covered: {of: r, last: day}
            """;

    @TempDir
    private Path folder;

    private final ConfigErrors errors = new ConfigErrors();

    @BeforeEach
    void measures() throws IOException {
        Files.writeString(folder.resolve("measures.yaml"), MEASURES);
    }

    private KpiCatalogue load() {
        ConfigFolder files = new ConfigFolder(folder);
        return KpiFiles.load(
                files, DeclaredMeasures.load(files, ShippedConfig.get().places(), errors), errors);
    }

    private void kpi(String code, String... more) throws IOException {
        Files.writeString(
                folder.resolve(code.replace('/', '-') + ".yaml"),
                """
                kpi: %s
                name: {en: A, hi: अ}
                sector: S
                department: D
                project: P
                unit: count
                direction: higher
                owner: O
                %s
                """
                        .formatted(code.replaceAll("/.*", ""), String.join("\n", more)));
    }

    private List<String> told() {
        return errors.all().stream().map(ConfigError::toString).toList();
    }

    @Test
    void formulas_add_subtract_and_multiply_and_are_written_as_they_were_read() throws IOException {
        kpi(
                "a",
                "levels: [state]",
                "numerator: sum done + 2 * asOf open - countWhere centre >= 4",
                "denominator: 4 * roster managers");
        kpi("b", "levels: [state]", "numerator: numerator a", "denominator: 50 * weeks * roster block");
        kpi("c", "levels: [state]", "numerator: countWhere done >= 1 in district", "denominator: roster district");
        kpi("d", "subject: post", "numerator: countWhere centre >= 1", "denominator: 4", "roster: managers");

        KpiCatalogue kpis = load();

        assertThat(told()).isEmpty();
        Kpi a = kpis.find("a").orElseThrow();
        assertThat(a.numerator()).hasToString("sum done + 2 * asOf open + -1 * countWhere centre >= 4");
        assertThat(a.denominator()).hasToString("4 * roster managers");
        assertThat(kpis.find("b").orElseThrow().numerator()).isEqualTo(a.numerator());
        assertThat(kpis.find("c").orElseThrow().numerator()).hasToString("countWhere done >= 1 in district");
        assertThat(a.numerator().value((term, subject, period) -> BigDecimal.TEN, "", Period.of("2026-10")))
                .isEqualByComparingTo("20");
    }

    @Test
    void every_mistake_is_an_error_with_file_line_and_remedy() throws IOException {
        kpi("a", "levels: [state]", "numerator: sum doen");
        kpi("b", "levels: [state]", "numerator: sum covered");
        kpi("c", "levels: [state]", "numerator: sum done / sum open");
        kpi("d", "levels: [state]", "numerator: sum done", "denominator: 0");
        kpi("e", "levels: [state]", "numerator: sum done * asOf open");
        kpi("f", "levels: [state]", "numerator: countWhere done >= 4");
        kpi("g", "subject: post", "numerator: sum done");
        kpi("h", "levels: [state]", "numerator: roster open");
        kpi("i", "levels: [state]", "numerator: total done");
        kpi("j", "levels: [state]", "numerator: numerator z");

        load();

        assertThat(errors.all()).hasSize(10).allMatch(error -> error.line() == 10 || error.line() == 11);
        assertThat(told().get(0)).endsWith("a.yaml:10: numerator: No measure 'doen' is declared. Did you mean 'done'?");
        assertThat(told().get(1)).endsWith("covered is read by its latest. Write 'last'");
        assertThat(told().get(2)).contains("c.yaml:10", "A formula does not divide");
        assertThat(told().get(3)).contains("d.yaml:11", "This denominator is always 0");
        assertThat(told().get(4)).contains("multiplies two counts");
        assertThat(told().get(5)).contains("done does not say which things it counts");
        assertThat(told().get(6)).contains("done is not counted for a post");
        assertThat(told().get(7)).contains("open is no roster");
        assertThat(told().get(8)).contains("'total' is not known here");
        assertThat(told().get(9)).contains("There is no KPI 'z'");
    }

    @Test
    void a_kpi_of_portals_counts_what_the_hub_counts_of_its_feeds() throws IOException {
        kpi(
                "a",
                "subject: portal",
                "numerator: sum feed.received - sum feed.rejected",
                "denominator: sum feed.received");

        Kpi a = load().find("a").orElseThrow();

        assertThat(told()).isEmpty();
        assertThat(a.subject()).isEqualTo(Subject.PORTAL);
        assertThat(a.numerator().countsFeeds()).isTrue();
        assertThat(a.numerator().counted()).isEmpty();
        assertThat(a.numerator().value((term, subject, period) -> BigDecimal.TEN, "", Period.of("2026-10")))
                .isEqualByComparingTo("0");
    }

    @Test
    void a_mistake_in_a_kpi_of_portals_is_told_as_any_other() throws IOException {
        kpi("a", "subject: portal", "numerator: sum feed.recieved");
        kpi("b", "levels: [state]", "numerator: sum feed.received");
        kpi("c", "subject: portal", "numerator: asOf feed.days");
        kpi("d", "subject: portal", "numerator: sum done");
        kpi("e", "subject: portl", "numerator: sum feed.days");
        Files.writeString(folder.resolve("measures.yaml"), MEASURES + "feed.pages: {of: t, flow: held}\n");

        load();

        assertThat(told().get(0)).contains("measures.yaml:6", "Measures named 'feed.…' are counted by the hub itself");
        assertThat(told().get(1))
                .endsWith(
                        "a.yaml:10: numerator: No measure 'feed.recieved' is declared. Did you mean 'feed.received'?");
        assertThat(told().get(2))
                .endsWith("b.yaml:10: numerator: feed.received is not counted for a place. Write 'subject: portal'");
        assertThat(told().get(3)).endsWith("c.yaml:10: numerator: feed.days is a flow. Write 'sum'");
        assertThat(told().get(4)).contains("d.yaml:10", "done is not counted for a portal");
        assertThat(told()).anySatisfy(text -> assertThat(text).contains("e.yaml:9: subject", "'portal'"));
    }

    @Test
    void formulas_that_go_round_in_a_circle_are_an_error() throws IOException {
        kpi("a", "levels: [state]", "numerator: numerator b");
        kpi("b", "levels: [state]", "numerator: sum done + numerator c");
        kpi("c", "levels: [state]", "numerator: numerator a");
        kpi("d", "levels: [state]", "numerator: numerator d");

        load();

        assertThat(told()).hasSize(4).allMatch(text -> text.contains("Goes round in a circle"));
        assertThat(told().get(0)).contains("a.yaml:10", "a → b → c → a");
        assertThat(told().get(3)).contains("d.yaml:10", "d → d");
    }

    @Test
    void weights_that_do_not_add_up_to_100_on_some_day_are_an_error() throws IOException {
        String ranked =
                "marks: {linear: {worst: 0, best: 1}}\nranked: true\nlevels: [state]\nnumerator: sum done\nweight: ";
        kpi("a", ranked + 60);
        kpi("b/1", ranked + 40, "to: 2026-03-31");
        kpi("b/2", ranked + 30, "from: 2026-04-01");

        load();

        assertThat(told()).singleElement().asString().contains("weight", "on 2026-04-01", "a 60, b 30 make 90");
    }

    @Test
    void a_code_may_have_one_method_after_another_but_not_two_at_once() throws IOException {
        kpi("b/1", "levels: [state]", "numerator: sum done", "to: 2026-03-31");
        kpi("b/2", "levels: [state]", "numerator: asOf open", "from: 2026-04-01");
        KpiCatalogue kpis = load();

        assertThat(told()).isEmpty();
        assertThat(kpis.find("b", Period.of("2026-03")).orElseThrow().numerator())
                .hasToString("sum done");
        assertThat(kpis.find("b", Period.of("2026-04")).orElseThrow().numerator())
                .hasToString("asOf open");

        kpi("b/3", "levels: [state]", "numerator: asOf open", "from: 2026-05-01");
        load();
        assertThat(told()).singleElement().asString().contains("is taken by", "on the same days");
    }
}
