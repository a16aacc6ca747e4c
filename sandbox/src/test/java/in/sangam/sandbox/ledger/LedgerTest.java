package in.sangam.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sangam.sandbox.FilledSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handful of cases, of one district, that can be counted on the fingers. */
class LedgerTest {

    private static final Pattern OF_LARGE_PORTALS = Pattern.compile(
            "(rtps|lok-shikayat|hrms|cpgrams),|(rtps-(disposed|pending)|lok-shikayat-over|hearing-attendance"
                    + "|salary-cases|cpgrams-pending)[a-z0-9-]*,");

    @TempDir
    static Path home;

    private static FilledSandbox sandbox;
    private static DataSource source;

    @BeforeAll
    static void keep_a_handful() throws Exception {
        sandbox = new FilledSandbox(home.resolve("server"));
        source = sandbox.filled("handful", FilledSandbox.AS_OF, FilledSandbox.SEED, 0.02)
                .portals();
        execute(
                """
                truncate rtps.application_version, rtps.total, lokshikayat.complaint_change, lokshikayat.hearing_change,
                         hrms.salary_case_version, hrms.posting_version, cpgrams.grievance_version, cmdashboard.scheme,
                         truth.place_of;
                -- Completed on the 5th: due on the 16th. In time, late by a day, rejected in time, disposed last month.
                -- Open: due on the 30th (beyond), due on the 31st (not yet), not complete (never).
                insert into rtps.application_version
                select no, 'BICCO', 's', 'NORMAL', 'ONLINE', 'd', 'b', 'n', 'f', 'm', 'a', '2026-09-01', completed::timestamptz,
                       'SUBMITTED', null, null, '2026-09-01 12:00+05:30', '188', '1624'
                from (values ('1', '2026-10-05 23:59+05:30'), ('2', '2026-10-05 00:00+05:30'), ('3', '2026-10-05 10:00+05:30'),
                             ('4', '2026-09-01 10:00+05:30'), ('5', '2026-10-16 10:00+05:30'), ('6', '2026-10-20 10:00+05:30'),
                             ('7', null)) as v (no, completed);
                insert into rtps.application_version
                select application_no, service_code, service_name, mode, channel, district, block, applicant_name, father_name,
                       mobile, aadhaar, submitted_at, completed_at, status.new, disposed::timestamptz, null,
                       disposed::timestamptz, district_code, block_code
                from rtps.application_version
                join (values ('1', 'DISPOSED', '2026-10-16 23:59+05:30'), ('2', 'DISPOSED', '2026-10-17 00:00+05:30'),
                             ('3', 'REJECTED', '2026-10-06 12:00+05:30'), ('4', 'DISPOSED', '2026-09-30 23:59+05:30'))
                     as status (no, new, disposed) on no = application_no;
                -- Due on the 31st (not beyond), a working day earlier (beyond), disposed; and one that counts elsewhere.
                insert into lokshikayat.complaint_change
                select change_no, no, 'd', 'b', 'c', 's', 'p', 'ONLINE', 'n', 'm', filed::timestamptz, 'REGISTERED', disposed::timestamptz,
                       null, '2026-10-01', origin
                from (values (1, 'c1', '2026-08-20 10:00+05:30', null, null), (2, 'c2', '2026-08-19 10:00+05:30', null, null),
                             (3, 'c3', '2026-05-01 10:00+05:30', null, null),
                             (4, 'c4', '2026-05-01 10:00+05:30', null, 'g1'),
                             (9, 'c3', '2026-05-01 10:00+05:30', '2026-10-02 10:00+05:30', null))
                     as v (change_no, no, filed, disposed, origin);
                insert into lokshikayat.hearing_change
                select change_no, no, 'c1', 'd', 'b', 'p', held::timestamptz, attendance, '2026-10-01'
                from (values (1, 'h1', '2026-10-01 00:00+05:30', null), (2, 'h1', '2026-10-01 00:00+05:30', 'ABSENT'),
                             (3, 'h2', '2026-10-31 10:00+05:30', null), (4, 'h3', '2026-09-30 23:59+05:30', 'PRESENT'))
                     as v (change_no, no, held, attendance);
                insert into truth.place_of
                select 'lok-shikayat', no, '188', '1624' from unnest('{c1,c2,c3,c4,h1,h2,h3}'::text[]) as no;
                insert into hrms.salary_case_version
                select no, 'e', 'n', 'm', 'd', 'd', 'o', 'r', registered::date, resolved::date, 'OPEN', changed::timestamptz, '188'
                from (values ('s1', '2026-10-15', null, '2026-10-15'), ('s2', '2026-10-16', null, '2026-10-16'),
                             ('s3', '2026-09-01', null, '2026-09-01'), ('s3', '2026-09-01', '2026-10-31', '2026-10-31'))
                     as v (no, registered, resolved, changed);
                insert into cpgrams.grievance_version
                select no, no, 'u', 'o', 'BH', 'd', 'p', 'M', 1, received::timestamptz, received::timestamptz, null, null, 's', null, 'No',
                       'n', 'm', received::timestamptz, '188'
                from (values ('g1', '2026-10-10 10:00+05:30'), ('g2', '2026-10-09 10:00+05:30'),
                             ('g3', '2020-12-31 23:00+05:30')) as v (no, received);
                insert into truth.faulty values ('rtps', 'applications', 'X/1', 'unknown-district');
                """);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void counts_each_kpi_as_one_does_by_hand() throws Exception {
        assertThat(FilledSandbox.csv(source, "kpi.csv").lines())
                .contains(
                        "kpi,place,period,numerator,denominator",
                        "rtps-disposed-in-time,188,2026-10,2,3",
                        "rtps-pending-beyond-limit,188,2026-10,1,3",
                        "lok-shikayat-over-60-days,188,2026-10,1,2",
                        "hearing-attendance-entered,188,2026-10,1,2",
                        "salary-cases-over-15-days,188,2026-10,1,2",
                        "cpgrams-pending-beyond-limit,188,2026-10,2,3",
                        "cpgrams-pending,188,2026-10,3,");
    }

    @Test
    void adds_a_block_up_to_its_district_division_and_the_state_and_lists_empty_cells() throws Exception {
        assertThat(FilledSandbox.csv(source, "kpi.csv").lines())
                .contains(
                        "rtps-disposed-in-time,1624,2026-10,2,3",
                        "rtps-disposed-in-time,10-purnia,2026-10,2,3",
                        "rtps-disposed-in-time,10,2026-10,2,3",
                        "rtps-disposed-in-time,212,2026-10,0,0",
                        "cpgrams-pending,212,2026-10,0,")
                .noneMatch(line -> line.startsWith("salary-cases-over-15-days,1624,"))
                .filteredOn(line -> OF_LARGE_PORTALS.matcher(line).lookingAt())
                .hasSize(3 * (1 + 9 + 38 + 534) + 4 * (1 + 9 + 38));
    }

    @Test
    void lists_every_record_once_with_its_newest_version_in_the_words_of_its_portal() throws Exception {
        assertThat(FilledSandbox.csv(source, "records.csv").lines())
                .contains(
                        "portal,stream,sourceId,version",
                        "rtps,applications,1,2026-10-16T23:59:00.000000+05:30",
                        "lok-shikayat,complaints,c3,9",
                        "lok-shikayat,complaints,c4,4",
                        "lok-shikayat,hearings,h1,2",
                        "hrms,salary-cases,s3,2026-10-31T05:30:00.000000+05:30",
                        "cpgrams,grievances,g3,2020-12-31T17:30:00.000+0000")
                .filteredOn(line -> OF_LARGE_PORTALS.matcher(line).lookingAt())
                .hasSize(7 + 4 + 3 + 3 + 3);
    }

    @Test
    void writes_its_files_into_a_folder_and_refuses_any_other_name() throws Exception {
        Path folder = home.resolve("out/ledger");
        new Ledger(source).write(folder);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("records.csv", "kpi.csv", "faulty.csv");
        }
        assertThat(folder.resolve("faulty.csv"))
                .content()
                .startsWith("portal,stream,sourceId,fault\n")
                .contains("\nrtps,applications,X/1,unknown-district\n");
        assertThatThrownBy(() -> new Ledger(source).write("marks.csv", new StringBuilder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kpi.csv");
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
