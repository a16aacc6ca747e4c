package in.sangam.sandbox.shape;

import static in.sangam.sandbox.FilledSandbox.csv;
import static in.sangam.sandbox.FilledSandbox.number;
import static in.sangam.sandbox.FilledSandbox.rows;
import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.sandbox.FilledSandbox;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole sandbox at its full size, as the demo fills it. */
class ShapingTest {

    @TempDir
    static Path home;

    private static FilledSandbox sandbox;
    private static DataSource source;

    @BeforeAll
    static void fill() throws Exception {
        sandbox = new FilledSandbox(home);
        source = sandbox.filled("whole", FilledSandbox.AS_OF, FilledSandbox.SEED, 1)
                .portals();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void every_source_portal_holds_two_thousand_records_or_more() throws Exception {
        Map<String, Long> records = csv(source, "records.csv")
                .lines()
                .skip(1)
                .collect(Collectors.groupingBy(line -> line.split(",")[0], Collectors.counting()));
        assertThat(records).containsKey("cm-dashboard");
        for (String portal : List.of("rtps", "lok-shikayat", "hrms", "cpgrams")) {
            assertThat(records.get(portal)).as(portal).isGreaterThanOrEqualTo(2_000);
        }
        assertThat(number(source, "select count(distinct case_no) from hrms.salary_case_version"))
                .isGreaterThanOrEqualTo(3_000);
        assertThat(number(source, "select count(distinct registration_no) from cpgrams.grievance_version"))
                .isGreaterThanOrEqualTo(5_000);
        assertThat(rows(source, "select ranked, count(*) from cmdashboard.scheme group by ranked order by ranked desc"))
                .containsExactly(List.of("t", "67"), List.of("f", "20"));
    }

    @Test
    void every_small_portal_sends_five_hundred_rows_of_which_one_in_twenty_is_faulty_and_listed() throws Exception {
        List<String> streams = rows(
                        source,
                        "select relname from pg_class where relnamespace = 'returns'::regnamespace and relkind = 'r'")
                .stream()
                .map(row -> row.get(0))
                .toList();
        Map<String, Long> sent = new TreeMap<>();
        for (String stream : streams) {
            String[] name = stream.split("/", 2);
            List<String> row = rows(
                            source,
                            """
                            select count(*), count(fault), count(*) - count(distinct key),
                                   (select count(*) from (
                                      select case when fault = 'missing-key' then '' else key end, fault from returns."%1$s/%2$s"
                                      where fault is not null
                                      except
                                      select source_id, fault from truth.faulty where portal = '%1$s' and stream = '%2$s') as unlisted)
                            from returns."%1$s/%2$s\""""
                                    .formatted(name[0], name[1]))
                    .get(0);
            sent.merge(name[0], Long.parseLong(row.get(0)), Long::sum);
            assertThat(Double.parseDouble(row.get(1)) / Double.parseDouble(row.get(0)))
                    .as(stream)
                    .isBetween(0.04, 0.06);
            assertThat(row.subList(2, 4)).as(stream + ": doubled, unlisted").containsOnly("0");
        }
        assertThat(sent).hasSizeGreaterThan(20);
        assertThat(sent.values()).as(sent::toString).allMatch(rows -> rows >= 500 && rows < 2_000);
    }

    @Test
    void a_small_portal_writes_as_an_office_does() throws Exception {
        List<List<String>> lines = rows(source, "select * from drops.\"vishwakarma/counts.csv\"");

        assertThat(lines).extracting(line -> line.get(1)).contains("Atlantis", "सारण", "Saran");
        assertThat(lines).filteredOn(line -> line.get(0) == null).isNotEmpty();
        assertThat(lines).filteredOn(line -> line.get(6).endsWith("O")).isNotEmpty();
    }

    @Test
    void every_district_has_a_hundred_disposals_in_the_month_at_both_portals() throws Exception {
        assertThat(
                        rows(
                                source,
                                """
                        select district_code, count(*) from rtps.application_version
                        where disposed_at >= '2026-10-01+05:30' group by 1 having count(*) >= 100"""))
                .hasSize(38);
        assertThat(
                        rows(
                                source,
                                """
                        select district_code, count(*) from lokshikayat.complaint
                        join truth.place_of on portal = 'lok-shikayat' and source_id = complaint_no
                        where disposed_on >= '2026-10-01+05:30' group by 1 having count(*) >= 100"""))
                .hasSize(38);
    }

    @Test
    void districts_differ_in_every_kpi_and_their_marks_by_two_at_least() throws Exception {
        Map<String, Integer> weights = Map.of(
                "rtps-disposed-in-time", 25,
                "rtps-pending-beyond-limit", -15,
                "lok-shikayat-over-60-days", -20,
                "hearing-attendance-entered", 15,
                "salary-cases-over-15-days", -10,
                "cpgrams-pending-beyond-limit", -15);
        List<String[]> cells = csv(source, "kpi.csv")
                .lines()
                .map(line -> line.split(","))
                .filter(cell -> weights.containsKey(cell[0]) && cell[1].matches("[1-9]\\d\\d"))
                .toList();
        assertThat(cells).hasSize(6 * 38).noneMatch(cell -> cell[4].equals("0"));
        Function<String[], Double> ratio = cell -> Double.parseDouble(cell[3]) / Double.parseDouble(cell[4]);
        weights.keySet().forEach(kpi -> {
            DoubleSummaryStatistics spread = cells.stream()
                    .filter(cell -> cell[0].equals(kpi))
                    .mapToDouble(ratio::apply)
                    .summaryStatistics();
            assertThat(spread.getMax() - spread.getMin()).as(kpi).isGreaterThan(0.08);
        });
        DoubleSummaryStatistics marks = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> cell[1],
                        Collectors.summingDouble(cell -> weights.get(cell[0]) * ratio.apply(cell) / 10)))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        assertThat(marks.getMax() - marks.getMin()).isGreaterThan(2);
    }

    @Test
    void attendance_is_entered_for_most_hearings_of_every_district_and_complaints_have_one_to_three() throws Exception {
        assertThat(
                        rows(
                                source,
                                """
                        select district_code from lokshikayat.hearing
                        join truth.place_of on portal = 'lok-shikayat' and source_id = hearing_no
                        left join lokshikayat.attendance using (hearing_no)
                        group by 1 having avg((attendance is not null)::int) between 0.83 and 1"""))
                .hasSize(38);
        assertThat(
                        rows(
                                source,
                                """
                        select min(hearings), max(hearings) from (
                            select count(hearing_no) as hearings from lokshikayat.complaint
                            left join lokshikayat.hearing using (complaint_no) group by complaint_no) as counted"""))
                .containsExactly(List.of("1", "3"));
    }

    @Test
    void no_field_is_served_before_its_event_and_nothing_after_the_as_of_instant() throws Exception {
        for (String early : List.of(
                "rtps.application_version where completed_at > updated_at or disposed_at > updated_at"
                        + " or submitted_at > updated_at or completed_at < submitted_at or disposed_at < completed_at",
                "rtps.application_version where (disposed_at is null) <> (status in ('SUBMITTED', 'UNDER_PROCESS'))"
                        + " or (completed_at is null) <> (due_date is null)",
                "lokshikayat.complaint_change where filed_on > changed_at or disposed_on > changed_at"
                        + " or (disposed_on is null) <> (status = 'REGISTERED') or (order_text is null) <> (disposed_on is null)",
                "lokshikayat.hearing_change where held_on > changed_at",
                "lokshikayat.hearing join lokshikayat.complaint using (complaint_no)"
                        + " where held_on < filed_on or held_on > disposed_on",
                "hrms.salary_case_version where (changed_at at time zone 'Asia/Kolkata')::date"
                        + " < greatest(registered_on, resolved_on) or (resolved_on is null) <> (status = 'OPEN')",
                "hrms.posting_version where (changed_at at time zone 'Asia/Kolkata')::date < greatest(from_date, to_date)",
                "cpgrams.grievance_version where greatest(diary_date, recvd_date, closing_date, resolution_date)"
                        + " > last_updated or last_updated <> date_trunc('milliseconds', last_updated)")) {
            assertThat(number(source, "select count(*) from " + early))
                    .as(early)
                    .isZero();
        }
        assertThat(
                        rows(
                                source,
                                """
                        select greatest((select max(updated_at) from rtps.application_version),
                                        (select max(updated_at) from rtps.total),
                                        (select max(changed_at) from lokshikayat.complaint_change),
                                        (select max(changed_at) from lokshikayat.hearing_change),
                                        (select max(changed_at) from hrms.salary_case_version),
                                        (select max(changed_at) from hrms.posting_version),
                                        (select max(last_updated) from cpgrams.grievance_version))
                               < '2026-10-31 18:00+05:30'"""))
                .containsExactly(List.of("t"));
    }

    @Test
    void the_change_number_grows_with_time_and_first_versions_have_no_end() throws Exception {
        assertThat(
                        number(
                                source,
                                """
                        select count(*) from (
                            select changed_at < lag(changed_at) over (order by change_no) as back
                            from lokshikayat.complaint_change) as step where back"""))
                .isZero();
        assertThat(
                        number(
                                source,
                                """
                        select count(*) from (select distinct on (application_no) disposed_at
                            from rtps.application_version order by application_no, updated_at) as first
                        where disposed_at is not null"""))
                .isZero();
    }

    @Test
    void eight_in_a_hundred_disposals_are_rejections() throws Exception {
        for (String disposals : List.of(
                "rtps.application_version where disposed_at is not null",
                "lokshikayat.complaint where disposed_on is not null")) {
            assertThat(Double.parseDouble(rows(source, "select avg((status = 'REJECTED')::int) * 100 from " + disposals)
                            .get(0)
                            .get(0)))
                    .isBetween(7.0, 9.0);
        }
    }

    @Test
    void grievances_are_open_under_each_of_the_four_time_limits_and_in_every_district() throws Exception {
        assertThat(
                        rows(
                                source,
                                """
                        select days from truth.time_limit
                        join cpgrams.grievance_version
                            on (recvd_date at time zone 'Asia/Kolkata')::date between since and until
                        where portal = 'cpgrams' and closing_date is null
                          and not exists (select from cpgrams.grievance_version as closed
                                          where closed.registration_no = grievance_version.registration_no
                                            and closed.closing_date is not null)
                        group by days order by days"""))
                .containsExactly(List.of("21"), List.of("30"), List.of("45"), List.of("60"));
        assertThat(
                        number(
                                source,
                                "select count(distinct district_code) from cpgrams.grievance_version where closing_date is null"))
                .isEqualTo(38);
    }

    @Test
    void persons_are_invented_with_mobiles_and_valid_aadhaar_numbers_also_inside_texts() throws Exception {
        List<List<String>> persons = rows(
                source, "select distinct applicant_name, mobile, aadhaar from rtps.application_version limit 2000");
        assertThat(persons).allSatisfy(person -> {
            assertThat(person.get(0)).contains(" ");
            assertThat(person.get(1)).matches("[6-9]\\d{9}");
            assertThat(person.get(2)).matches("[2-9]\\d{11}").matches(Verhoeff::isValid);
        });
        assertThat(number(source, "select count(*) from rtps.application_version where applicant_name ~ '[क-ह]'"))
                .isPositive();
        for (String text : List.of(
                "select order_text from lokshikayat.complaint where order_text like '%आधार%'",
                "select remarks_text from cpgrams.grievance_version where remarks_text like '%Aadhaar%'")) {
            assertThat(rows(source, text)).isNotEmpty().allSatisfy(row -> {
                var number = java.util.regex.Pattern.compile("[2-9]\\d{3} ?\\d{4} ?\\d{4}")
                        .matcher(row.get(0));
                assertThat(number.find()).isTrue();
                assertThat(Verhoeff.isValid(number.group().replace(" ", ""))).isTrue();
            });
        }
    }

    @Test
    void district_names_come_in_many_spellings_of_both_scripts() throws Exception {
        assertThat(
                        rows(
                                source,
                                "select district_code from rtps.application_version group by 1 having count(distinct district) >= 3"))
                .hasSize(38);
        assertThat(number(source, "select count(distinct district) from rtps.application_version"))
                .isGreaterThan(150);
    }

    @Test
    void the_portal_reckons_the_same_due_dates_as_the_ledger() throws Exception {
        assertThat(
                        number(
                                source,
                                """
                        select count(*) from rtps.application_version as version
                        join truth.due_date on portal = 'rtps' and code = service_code and due_date.mode = version.mode
                            and start_day = (completed_at at time zone 'Asia/Kolkata')::date
                        where version.due_date <> due_date.due"""))
                .isZero();
    }

    @Test
    void control_totals_add_up_to_the_applications_they_count() throws Exception {
        assertThat(
                        rows(
                                source,
                                "select sum(received), sum(disposed) from rtps.total where day between '2026-10-01' and '2026-10-31'"))
                .isEqualTo(
                        rows(
                                source,
                                """
                        select count(*) filter (where submitted_at >= '2026-10-01+05:30' and first),
                               count(*) filter (where disposed_at >= '2026-10-01+05:30')
                        from (select *, row_number() over (partition by application_no order by updated_at) = 1 as first
                              from rtps.application_version) as version"""));
    }
}
