package in.sangam.app.certify;

import static in.sangam.app.certify.PushedHub.page;
import static in.sangam.app.certify.PushedHub.rows;
import static in.sangam.app.certify.PushedHub.sign;
import static in.sangam.app.certify.PushedHub.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A portal that calls the hub, over real HTTP, with all that such a portal, or somebody in its place, does wrong. */
class PushedPagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static PushedHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = new PushedHub(folder);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void a_page_gets_its_receipt_and_its_rows_are_stored_once_however_often_it_comes() throws Exception {
        String page = page(rows("A", 3));

        HttpResponse<String> first = hub.push("message-1", page);
        HttpResponse<String> again = hub.push("message-1", page);

        assertThat(first.statusCode()).isEqualTo(200);
        JsonNode receipt = JSON.readTree(first.body());
        assertThat(receipt.get("rows").asInt()).isEqualTo(3);
        assertThat(receipt.get("repeated").asBoolean()).isFalse();
        assertThat(JSON.readTree(again.body()).get("receipt")).isEqualTo(receipt.get("receipt"));
        assertThat(JSON.readTree(again.body()).get("repeated").asBoolean()).isTrue();
        hub.stored("A", 3);
        assertThat(hub.count(
                        "select count(*) from hub.page p join hub.record r on r.page_id = p.id where r.source_id like"
                                + " 'A%' and r.revision > 1"))
                .isZero();
        assertThat(hub.push("message-1", page(rows("A", 2)))).satisfies(other -> {
            assertThat(other.statusCode()).isEqualTo(409);
            assertThat(other.body()).contains("OTHER_CONTENT");
        });
    }

    @Test
    void either_secret_holds_while_one_is_changed_for_the_other() throws Exception {
        String page = page(rows("B", 1));
        long now = Instant.now().getEpochSecond();
        String signatures = "v1,bm8= " + signed("the one to come".getBytes(StandardCharsets.UTF_8), "m-2", now, page);

        assertThat(hub.push("m-2", now, signatures, "application/json", page).statusCode())
                .isEqualTo(200);
        hub.stored("B", 1);
    }

    @Test
    void one_bad_row_in_five_hundred_is_quarantined_alone() throws Exception {
        String page = page(rows("C", 499) + "," + rows("CX", 1).replace("OPEN", "LOST"));

        assertThat(hub.push("m-3", page).statusCode()).isEqualTo(200);
        hub.stored("C/", 499);
        Patience.until(
                PushedHub.PATIENCE,
                () -> hub.count("select count(*) from hub.quarantine where source_id like 'CX%'") == 1);
        assertThat(hub.count("select count(*) from hub.quarantine where source_id like 'CX%'"))
                .isEqualTo(1);
        assertThat(hub.count("select count(*) from hub.quarantine where masked_row::text like '%Sita%'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "unsigned, 401, NOT_SIGNED",
        "wrong-secret, 401, NOT_SIGNED",
        "changed-body, 401, NOT_SIGNED",
        "other-id, 401, NOT_SIGNED",
        "old, 401, TOO_OLD",
        "from-the-future, 401, TOO_OLD",
        "html, 422, HTML",
        "truncated, 422, TRUNCATED",
        "no-list, 422, NO_RECORDS",
        "too-large, 413, TOO_LARGE",
        "form, 415, NOT_JSON",
        "packed, 415, NOT_JSON",
        "other-stream, 401, NOT_SIGNED"
    })
    void what_is_not_as_it_should_be_is_refused_and_nothing_of_it_is_kept(String fault, int status, String code)
            throws Exception {
        long pages = hub.count("select count(*) from hub.pushed_message");

        HttpResponse<String> answer = faulty(fault);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains(code).doesNotContain(PushedHub.SECRET, "Sita", "Exception");
        assertThat(hub.count("select count(*) from hub.pushed_message")).isEqualTo(pages);
    }

    @Test
    void while_an_operator_has_stopped_the_stream_the_portal_is_asked_to_come_again() throws Exception {
        hub.running.context().getRouteController().stopRoute("parks.permits.push");
        try {
            HttpResponse<String> answer = hub.push("m-9", page(rows("S", 1)));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            hub.running.context().getRouteController().startRoute("parks.permits.push");
        }
        assertThat(hub.push("m-9", page(rows("S", 1))).statusCode()).isEqualTo(200);
        hub.stored("S", 1);
    }

    private static HttpResponse<String> faulty(String fault) throws Exception {
        String page = page(rows("X", 1));
        long now = Instant.now().getEpochSecond();
        String good = sign(fault, now, page);
        return switch (fault) {
            case "unsigned" -> hub.post("/push/parks/permits", Map.of("Content-Type", "application/json"), page);
            case "wrong-secret" ->
                hub.push(
                        fault,
                        now,
                        signed("guessed".getBytes(StandardCharsets.UTF_8), fault, now, page),
                        "application/json",
                        page);
            case "changed-body" -> hub.push(fault, now, good, "application/json", page.replace("Patna", "Gaya"));
            case "other-id" -> hub.push("another", now, good, "application/json", page);
            case "old" -> hub.push(fault, now - 400, sign(fault, now - 400, page), "application/json", page);
            case "from-the-future" ->
                hub.push(fault, now + 400, sign(fault, now + 400, page), "application/json", page);
            case "html" -> hub.push(fault, "<html><body>Sita</body></html>");
            case "truncated" -> hub.push(fault, page.substring(0, page.length() - 5));
            case "no-list" -> hub.push(fault, page.replace("permits", "parks"));
            case "too-large" -> hub.push(fault, page(rows("X", 2000)));
            case "packed" ->
                hub.post(
                        "/push/parks/permits",
                        Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                        page);
            case "form" -> hub.push(fault, now, good, "application/x-www-form-urlencoded", page);
            default ->
                hub.post(
                        "/push/parks/gates",
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "webhook-id",
                                fault,
                                "webhook-timestamp",
                                Long.toString(now),
                                "webhook-signature",
                                good),
                        page);
        };
    }
}
