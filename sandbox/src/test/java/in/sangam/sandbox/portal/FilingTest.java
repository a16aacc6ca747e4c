package in.sangam.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.sandbox.FilledSandbox;
import in.sangam.sandbox.RunningSandbox;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A grievance becomes a complaint, and what was done about that closes the grievance. */
class FilingTest {

    private static final String ORIGIN =
            "select min(registration_no) from cpgrams.grievance_version where closing_date is null"
                    + " and registration_no not in (select registration_no from cpgrams.grievance_version where closing_date is not null)"
                    + " and registration_no not in (select origin_no from lokshikayat.filing)";

    private final RunningSandbox sandbox;

    FilingTest() throws Exception {
        sandbox = RunningSandbox.get();
    }

    @AfterEach
    void clear() throws Exception {
        sandbox.clearFaults();
    }

    @Test
    void a_number_is_filed_once_however_often_it_comes_and_the_reader_sees_its_origin() throws Exception {
        String origin = text(ORIGIN);
        sandbox.fault("lok-shikayat-filing", "lost-answer", 1);
        try {
            sandbox.file("one", filing(origin));
        } catch (java.io.IOException lost) {
            // the answer, not the complaint
        }

        HttpResponse<String> again = sandbox.file("one", filing(origin));
        HttpResponse<String> other = sandbox.file("two", filing(origin));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(again.body());
        String number = RunningSandbox.json(again).get("complaint_no").textValue();
        assertThat(text("select string_agg(complaint_no || ' ' || channel || ' ' || status, ', ')"
                        + " from lokshikayat.complaint_change where origin_no = '" + origin + "'"))
                .isEqualTo(number + " CENTRAL REGISTERED");
        assertThat(sandbox.file("one", filing("another")).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"GOVBH/E/1999/1, 212, unknown_origin", "'', 212, missing", "ORIGIN, 999, unknown_district"})
    void what_cannot_be_filed_is_refused_with_a_code(String origin, String district, String code) throws Exception {
        String body = "{\"origin_no\":\"%s\",\"district_lgd_code\":\"%s\"}"
                .formatted(origin.equals("ORIGIN") ? text(ORIGIN) : origin, district);

        HttpResponse<String> answer = sandbox.file("refused", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void a_report_adds_to_the_history_and_a_disposal_closes_the_grievance() throws Exception {
        String origin = text(ORIGIN);

        assertThat(sandbox.act("a", action(origin, "10", "null")).statusCode()).isEqualTo(201);
        assertThat(text(closing(origin))).isNull();
        assertThat(sandbox.act("b", action(origin, "50", "\"2026-10-30T10:00:00+05:30\""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(sandbox.act("b", action(origin, "50", "\"2026-10-30T10:00:00+05:30\""))
                        .body())
                .contains("\"action_srno\":2");

        assertThat(text(closing(origin))).startsWith("2026-10-30");
        assertThat(sandbox.act("b", action(origin, "10", "null")).statusCode()).isEqualTo(409);
        assertThat(sandbox.act("c", action("GOVBH/E/1999/1", "50", "null")).body())
                .contains("unknown_grievance");
    }

    private static String filing(String origin) {
        return "{\"origin_no\":\"%s\",\"district_lgd_code\":\"212\"}".formatted(origin);
    }

    private static String action(String origin, String status, String date) {
        return "{\"registration_no\":\"%s\",\"complaint_no\":\"BLS/1\",\"action_status\":\"%s\",\"date_of_action\":%s}"
                .formatted(origin, status, date);
    }

    private static String closing(String origin) {
        return "select closing_date at time zone 'Asia/Kolkata' from cpgrams.grievance_version where registration_no = '"
                + origin + "' order by last_updated desc limit 1";
    }

    private String text(String query) throws Exception {
        return FilledSandbox.rows(sandbox.owner(), query).get(0).get(0);
    }
}
