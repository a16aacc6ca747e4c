package in.sangam.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.FilledSandbox;
import in.sangam.sandbox.RunningSandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final String PAGE = "/api/v1/applications?limit=3";
    private static final String END = "/api/v1/applications?updatedSince=2026-10-31T00:00:00%2B05:30&limit=1000";

    private final RunningSandbox sandbox;

    FaultsTest() throws Exception {
        sandbox = RunningSandbox.get();
    }

    @AfterEach
    void clear() throws Exception {
        sandbox.clearFaults();
    }

    @ParameterizedTest
    @CsvSource({"wrong-credential, 401", "status-500, 500", "status-429, 429"})
    void a_status_fault_shows_as_often_as_asked(String fault, int status) throws Exception {
        sandbox.fault("rtps", fault, 2);

        assertThat(sandbox.rtps(PAGE).statusCode()).isEqualTo(status);
        assertThat(sandbox.rtps(PAGE).statusCode()).isEqualTo(status);
        assertThat(sandbox.rtps(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void a_429_names_the_seconds_to_wait() throws Exception {
        sandbox.control(
                "POST",
                "/faults",
                "{\"portal\":\"cpgrams\",\"fault\":\"status-429\",\"times\":1,\"retryAfterSeconds\":7}");

        assertThat(sandbox.cpgrams("").headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void a_fault_without_end_stays_until_it_is_cleared() throws Exception {
        sandbox.fault("rtps", "status-500", -1);
        for (int i = 0; i < 5; i++) {
            assertThat(sandbox.rtps(PAGE).statusCode()).isEqualTo(500);
        }

        sandbox.control("DELETE", "/faults/rtps", "");

        assertThat(sandbox.rtps(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void one_portals_fault_leaves_the_others_alone() throws Exception {
        sandbox.fault("cpgrams", "status-500", -1);

        assertThat(sandbox.cpgrams("").statusCode()).isEqualTo(500);
        assertThat(sandbox.rtps(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void a_fault_is_for_those_who_have_the_credential() throws Exception {
        sandbox.fault("rtps", "status-500", 1);

        assertThat(sandbox.ask("GET", sandbox.address("rtps.url") + PAGE).statusCode())
                .isEqualTo(401);
        assertThat(sandbox.rtps(PAGE).statusCode()).isEqualTo(500);
    }

    @Test
    void a_maintenance_page_is_html_with_status_200() throws Exception {
        sandbox.fault("rtps", "html-200", 1);

        HttpResponse<String> answer = sandbox.rtps(PAGE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void truncated_json_is_the_first_half_of_the_right_answer() throws Exception {
        String whole = sandbox.rtps(PAGE).body();
        sandbox.fault("rtps", "truncated-json", 1);

        HttpResponse<String> answer = sandbox.rtps(PAGE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(whole).startsWith(answer.body().substring(0, answer.body().length() - 2));
        assertThatThrownBy(() -> RunningSandbox.json(answer)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_portal_that_is_down_ends_the_connection_without_an_answer() throws Exception {
        sandbox.fault("rtps", "down", -1);

        assertThatThrownBy(() -> sandbox.rtps(PAGE)).isInstanceOf(IOException.class);
    }

    @Test
    void a_slow_portal_answers_rightly_in_the_end() throws Exception {
        sandbox.control("POST", "/faults", "{\"portal\":\"rtps\",\"fault\":\"slow\",\"times\":1,\"delaySeconds\":1}");
        Instant start = Instant.now();

        HttpResponse<String> answer = sandbox.rtps(PAGE);

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_repeated_page_names_itself_as_the_next_and_then_goes_on() throws Exception {
        sandbox.fault("rtps", "repeat-page", 1);
        List<JsonNode> pages = new ArrayList<>();

        List<JsonNode> rows = sandbox.walk("/api/v1/applications?limit=100", pages::add);

        assertThat(pages.get(1).get("data")).isEqualTo(pages.get(0).get("data"));
        assertThat(rows)
                .hasSize((int) FilledSandbox.number(sandbox.owner(), "select count(*) from rtps.application_version")
                        + 100);
    }

    @Test
    void faulty_rows_come_after_the_good_ones_and_only_the_ledger_of_faults_lists_them() throws Exception {
        String records = ledger("records.csv");
        String kpis = ledger("kpi.csv");
        JsonNode good = RunningSandbox.json(sandbox.rtps(END)).get("data");
        for (String fault : List.of("missing-key", "unknown-district", "unknown-status", "odd-date")) {
            sandbox.fault("rtps", fault, 1);
        }

        JsonNode all = RunningSandbox.json(sandbox.rtps(END)).get("data");
        JsonNode again = RunningSandbox.json(sandbox.rtps(END)).get("data");

        int first = good.size();
        assertThat(all).hasSize(first + 4).isEqualTo(again);
        assertThat(all.get(first).has("application_no")).isFalse();
        assertThat(all.get(first + 1).get("district").textValue()).isEqualTo("Atlantis");
        assertThat(all.get(first + 2).get("status").textValue()).isEqualTo("PONDERED");
        assertThat(all.get(first + 3).get("submitted_at").textValue()).isEqualTo("31/10/26 6 PM");
        assertThat(ledger("faulty.csv"))
                .contains(
                        "rtps,applications,\"\",missing-key",
                        "rtps,applications,"
                                + all.get(first + 1).get("application_no").textValue() + ",unknown-district");
        assertThat(ledger("records.csv")).isEqualTo(records);
        assertThat(ledger("kpi.csv")).isEqualTo(kpis);

        sandbox.clearFaults();
        assertThat(RunningSandbox.json(sandbox.rtps(END)).get("data")).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing-key", "unknown-district", "odd-date"})
    void cpgrams_has_faulty_rows_too(String fault) throws Exception {
        String since = "?updatedSince=2026-10-31T00:00:00%2B05:30";
        int good = RunningSandbox.json(sandbox.cpgrams(since)).get("grievances").size();

        sandbox.fault("cpgrams", fault, 2);

        assertThat(RunningSandbox.json(sandbox.cpgrams(since)).get("grievances"))
                .hasSize(good + 2);
    }

    @Test
    void faulty_complaints_are_rows_of_the_table_that_no_number_holds() throws Exception {
        String records = ledger("records.csv");
        String kpis = ledger("kpi.csv");
        for (String fault : List.of("missing-key", "unknown-district", "unknown-status")) {
            sandbox.fault("lok-shikayat", fault, 1);
        }

        assertThat(FilledSandbox.rows(
                        sandbox.owner(),
                        "select complaint_no = '', district_name = 'Atlantis', status = 'PONDERED'"
                                + " from lokshikayat.complaint_change order by change_no desc limit 3"))
                .containsExactly(List.of("f", "f", "t"), List.of("f", "t", "f"), List.of("t", "f", "f"));
        assertThat(ledger("records.csv")).isEqualTo(records);
        assertThat(ledger("kpi.csv")).isEqualTo(kpis);
    }

    @Test
    void an_unknown_fault_or_portal_is_refused_with_the_valid_ones() throws Exception {
        HttpResponse<String> fault =
                sandbox.control("POST", "/faults", "{\"portal\":\"lok-shikayat\",\"fault\":\"html-200\",\"times\":1}");
        HttpResponse<String> portal =
                sandbox.control("POST", "/faults", "{\"portal\":\"rtp\",\"fault\":\"down\",\"times\":1}");

        assertThat(fault.statusCode()).isEqualTo(400);
        assertThat(fault.body()).contains("wrong-credential", "slow", "down", "missing-key");
        assertThat(portal.statusCode()).isEqualTo(400);
        assertThat(portal.body()).contains("rtps", "lok-shikayat", "hrms", "cpgrams", "cm-dashboard");
    }

    @Test
    void what_is_switched_on_is_listed() throws Exception {
        sandbox.fault("hrms", "slow", 3);
        sandbox.fault("cpgrams", "odd-date", 1);

        JsonNode faults = RunningSandbox.json(sandbox.control("GET", "/faults", ""));

        assertThat(faults.get("faults")).hasSize(2);
        assertThat(faults.toString()).contains("\"fault\":\"slow\",\"times\":3", "odd-date");
    }

    @Test
    void the_control_api_wants_its_token() throws Exception {
        String url = sandbox.address("control.url");

        assertThat(sandbox.ask("GET", url + "/faults").statusCode()).isEqualTo(401);
        assertThat(sandbox.ask("GET", url + "/ledger/kpi.csv").statusCode()).isEqualTo(401);
        assertThat(sandbox.ask("GET", url + "/faults", "Authorization", "Bearer " + sandbox.address("rtps.token"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void changes_flow_as_new_versions_and_the_ledger_moves_with_them() throws Exception {
        for (String portal : List.of("rtps", "lok-shikayat", "hrms", "cpgrams")) {
            String records = ledger("records.csv");

            HttpResponse<String> answer =
                    sandbox.control("POST", "/changes", "{\"portal\":\"%s\",\"count\":8}".formatted(portal));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(ledger("records.csv")).isNotEqualTo(records);
        }
        assertThat(sandbox.control("POST", "/changes", "{\"portal\":\"cm-dashboard\",\"count\":8}")
                        .statusCode())
                .isEqualTo(400);
    }

    private String ledger(String file) throws Exception {
        HttpResponse<String> answer = sandbox.control("GET", "/ledger/" + file, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
