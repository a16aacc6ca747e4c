package in.sangam.sandbox.shape;

import static in.sangam.sandbox.FilledSandbox.csv;
import static in.sangam.sandbox.FilledSandbox.number;
import static in.sangam.sandbox.FilledSandbox.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sangam.sandbox.FilledSandbox;
import in.sangam.sandbox.home.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filling again, filling at other instants, and what changes after the fill. */
class RefillTest {

    private static final double SMALL = 0.02;

    @TempDir
    static Path home;

    private static FilledSandbox sandbox;
    private static Tables first;

    @BeforeAll
    static void start() throws Exception {
        sandbox = new FilledSandbox(home);
        first = sandbox.filled("first", FilledSandbox.AS_OF, 7, SMALL);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void the_same_seed_and_instant_give_the_same_ledger_and_another_seed_another() throws Exception {
        DataSource second =
                sandbox.filled("second", FilledSandbox.AS_OF, 7, SMALL).portals();
        DataSource other =
                sandbox.filled("other", FilledSandbox.AS_OF, 8, SMALL).portals();
        for (String file : List.of("records.csv", "kpi.csv")) {
            assertThat(csv(second, file)).isEqualTo(csv(first.portals(), file));
            assertThat(csv(other, file)).isNotEqualTo(csv(first.portals(), file));
        }
    }

    @Test
    void on_the_third_of_a_month_every_district_has_its_disposals_already() throws Exception {
        Instant third = OffsetDateTime.parse("2026-11-03T10:00:00+05:30").toInstant();
        DataSource source =
                sandbox.filled("third", third, FilledSandbox.SEED, 0.1).portals();
        assertThat(
                        rows(
                                source,
                                """
                        select district_code from rtps.application_version
                        where disposed_at >= '2026-11-01+05:30' group by 1 having count(*) >= 10"""))
                .hasSize(38);
        assertThat(csv(source, "kpi.csv").lines().skip(1)).allMatch(line -> line.contains(",2026-11,"));
        assertThat(number(source, "select count(*) from rtps.application_version"))
                .isLessThan(15_000);
    }

    @Test
    void minutes_into_a_month_the_fill_still_ends() throws Exception {
        Instant early = OffsetDateTime.parse("2027-01-01T00:10:00+05:30").toInstant();
        DataSource source =
                sandbox.filled("early", early, FilledSandbox.SEED, SMALL).portals();
        assertThat(csv(source, "kpi.csv").lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",2027-01,"));
    }

    @Test
    void a_second_fill_changes_nothing_and_one_with_another_instant_is_refused() throws Exception {
        String records = csv(first.portals(), "records.csv");
        List<String> told = new ArrayList<>();
        Shaping.fill(first, FilledSandbox.AS_OF, 7, SMALL, told::add);
        assertThat(told).hasSize(1);
        assertThat(csv(first.portals(), "records.csv")).isEqualTo(records);
        assertThatThrownBy(() -> Shaping.fill(first, FilledSandbox.AS_OF.plusSeconds(1), 7, SMALL, told::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("as-of")
                .hasMessageContaining(FilledSandbox.AS_OF.toString());
    }

    @Test
    void what_an_unfinished_fill_left_is_thrown_away() throws Exception {
        Tables tables = sandbox.empty("half");
        DataSource source = tables.portals();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema rtps");
            statement.execute("create table rtps.left_over ()");
        }
        Shaping.fill(tables, FilledSandbox.AS_OF, 7, SMALL, line -> {});
        assertThat(rows(source, "select to_regclass('rtps.left_over')").get(0).get(0))
                .isNull();
        assertThat(number(source, "select count(*) from rtps.application_version"))
                .isPositive();
    }

    @Test
    void changes_append_versions_between_the_last_one_and_the_as_of_instant() throws Exception {
        Tables tables = sandbox.filled("changing", FilledSandbox.AS_OF, 7, 0.1);
        DataSource source = tables.portals();
        for (String[] table : new String[][] {
            {"rtps", "rtps.application_version", "updated_at", "application_no"},
            {"lok-shikayat", "lokshikayat.complaint_change", "changed_at", "complaint_no"},
            {"hrms", "hrms.salary_case_version", "changed_at", "case_no"},
            {"cpgrams", "cpgrams.grievance_version", "last_updated", "registration_no"}
        }) {
            String newest = rows(source, "select max(%s) from %s".formatted(table[2], table[1]))
                    .get(0)
                    .get(0);
            String cases = "select count(distinct %s) from %s".formatted(table[3], table[1]);
            long before = number(source, cases);
            assertThat(Changes.append(tables, table[0], 40)).isEqualTo(40);
            assertThat(Changes.append(tables, table[0], 200)).isEqualTo(200);
            assertThat(number(
                            source,
                            "select count(*) from %s where %s > '%s' and %s < '2026-10-31 18:00+05:30'"
                                    .formatted(table[1], table[2], newest, table[2])))
                    .as(table[0])
                    .isEqualTo(240);
            assertThat(number(source, cases) - before).as(table[0]).isBetween(60L, 200L);
        }
        assertThat(
                        number(
                                source,
                                """
                        select count(*) from lokshikayat.complaint join lokshikayat.complaint_change using (complaint_no)
                        where complaint.changed_at < complaint_change.changed_at"""))
                .isZero();
        assertThat(rows(source, "select sum(received) from rtps.total where day >= '2026-10-01'"))
                .isEqualTo(
                        rows(
                                source,
                                """
                        select count(distinct application_no) from rtps.application_version
                        where submitted_at >= '2026-10-01+05:30'"""));
        assertThat(csv(source, "kpi.csv")
                        .lines()
                        .filter(line -> line.matches("(rtps-[dp]|lok-shikayat-o|hearing|salary|cpgrams-p).*")))
                .hasSize(1938);
    }

    @Test
    void a_total_that_changes_is_counted_later_than_before() throws Exception {
        Tables tables = sandbox.filled("counting", FilledSandbox.AS_OF, 7, SMALL);
        String before = "create table truth.before as select total_no, updated_at, pending from rtps.total";
        try (Connection connection = tables.portals().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(before);
        }

        Changes.append(tables, "rtps", 20);

        assertThat(
                        rows(
                                tables.portals(),
                                """
                        select count(*) filter (where total.updated_at <= old.updated_at), count(*) > 0
                        from rtps.total join truth.before as old using (total_no)
                        where total.pending <> old.pending"""))
                .containsExactly(List.of("0", "t"));
    }

    @Test
    void changes_refuse_a_portal_that_does_not_change_and_a_count_of_none() throws Exception {
        assertThatThrownBy(() -> Changes.append(first, "cm-dashboard", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lok-shikayat");
        assertThatThrownBy(() -> Changes.append(first, "rtps", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
