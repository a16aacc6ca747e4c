package in.sangam.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.FilledSandbox;
import in.sangam.sandbox.RunningSandbox;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RtpsPortalTest {

    private static final String IN_ORDER =
            "select application_no from rtps.application_version order by updated_at, application_no";

    private final RunningSandbox sandbox;

    RtpsPortalTest() throws Exception {
        sandbox = RunningSandbox.get();
    }

    @Test
    void every_version_is_served_once_in_change_order() throws Exception {
        AtomicInteger pages = new AtomicInteger();
        List<JsonNode> rows = sandbox.walk("/api/v1/applications?limit=97", page -> {
            pages.incrementAndGet();
            assertThat(page.get("data").size()).isLessThanOrEqualTo(97);
        });

        List<String> expected = FilledSandbox.rows(sandbox.owner(), IN_ORDER).stream()
                .map(row -> row.get(0))
                .toList();
        assertThat(rows.stream().map(row -> row.get("application_no").textValue()))
                .isEqualTo(expected);
        assertThat(pages.get()).isEqualTo((expected.size() + 96) / 97);
    }

    @Test
    void updated_since_is_inclusive_and_to_the_microsecond() throws Exception {
        List<JsonNode> all = sandbox.walk("/api/v1/applications?limit=1000", page -> {});
        JsonNode middle = all.get(all.size() / 2);
        String since = middle.get("updated_at").textValue();

        List<JsonNode> rest = sandbox.walk("/api/v1/applications?updatedSince=" + encoded(since), page -> {});

        assertThat(since).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+05:30");
        assertThat(rest).isEqualTo(all.subList(all.size() / 2, all.size()));
    }

    @Test
    void a_moment_beyond_all_rows_gives_an_empty_last_page() throws Exception {
        JsonNode page = RunningSandbox.json(
                sandbox.rtps("/api/v1/applications?updatedSince=" + encoded("2999-01-01T00:00:00+05:30")));

        assertThat(page.get("data")).isEmpty();
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void rows_that_come_during_a_walk_shift_nothing() throws Exception {
        AtomicInteger pages = new AtomicInteger();
        List<JsonNode> rows = sandbox.walk("/api/v1/applications?limit=200", page -> {
            if (pages.incrementAndGet() == 2) {
                append("rtps", 20);
            }
        });

        List<String> expected = FilledSandbox.rows(sandbox.owner(), IN_ORDER).stream()
                .map(row -> row.get(0))
                .toList();
        assertThat(rows.stream().map(row -> row.get("application_no").textValue()))
                .isEqualTo(expected);
    }

    @Test
    void a_row_has_the_fields_of_the_contract_and_not_the_truth_behind_them() throws Exception {
        JsonNode row = RunningSandbox.json(sandbox.rtps("/api/v1/applications?limit=1"))
                .get("data")
                .get(0);

        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly(
                        "application_no",
                        "service_code",
                        "service_name",
                        "mode",
                        "channel",
                        "district",
                        "block",
                        "applicant_name",
                        "father_name",
                        "mobile",
                        "aadhaar",
                        "submitted_at",
                        "completed_at",
                        "status",
                        "disposed_at",
                        "due_date",
                        "updated_at");
    }

    @Test
    void totals_of_some_days_are_paged_like_the_applications() throws Exception {
        List<JsonNode> rows = sandbox.walk(
                "/api/v1/totals?from=2026-10-05&to=2026-10-06&limit=50",
                page -> assertThat(page.get("data").size()).isLessThanOrEqualTo(50));

        List<String> expected = FilledSandbox.rows(
                        sandbox.owner(),
                        "select total_no from rtps.total where day between '2026-10-05' and '2026-10-06'"
                                + " order by updated_at, total_no")
                .stream()
                .map(row -> row.get(0))
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(rows.stream().map(row -> row.get("total_no").textValue())).isEqualTo(expected);
    }

    @Test
    void a_missing_or_wrong_token_is_refused() throws Exception {
        String url = sandbox.address("rtps.url") + "/api/v1/applications";

        assertThat(sandbox.ask("GET", url).statusCode()).isEqualTo(401);
        assertThat(sandbox.ask("GET", url, "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_parameter_that_cannot_be_read_is_refused_by_name() throws Exception {
        HttpResponse<String> date = sandbox.rtps("/api/v1/applications?updatedSince=yesterday");
        HttpResponse<String> limit = sandbox.rtps("/api/v1/applications?limit=1001");

        assertThat(date.statusCode()).isEqualTo(400);
        assertThat(date.body()).contains("updatedSince", "yesterday");
        assertThat(limit.statusCode()).isEqualTo(400);
        assertThat(limit.body()).contains("limit", "1 to 1000");
    }

    private void append(String portal, int count) {
        try {
            HttpResponse<String> answer =
                    sandbox.control("POST", "/changes", "{\"portal\":\"%s\",\"count\":%d}".formatted(portal, count));
            assertThat(RunningSandbox.json(answer).get("appended").intValue()).isPositive();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
