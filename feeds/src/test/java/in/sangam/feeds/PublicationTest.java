package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.feeds.publication.CurrentKpis;
import in.sangam.store.Corrections;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishing a month for good, a late record, and a correction with two signatures. */
class PublicationTest {

    private final TestHub hub = new TestHub();

    @AfterEach
    void close() {
        hub.close();
    }

    private void september() {
        hub.store(
                permit("P/1", "101", "2026-09-01", "2026-09-05"),
                permit("P/2", "101", "2026-09-01", "2026-09-25"),
                permit("P/3", "102", "2026-09-01", "2026-09-05"));
    }

    private JsonNode publish(int status, String period, String reason) {
        HttpResponse<String> answer =
                hub.post("/api/v1/publications", "{\"period\":\"%s\",\"reason\":\"%s\"}".formatted(period, reason));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return TestHub.read(answer.body());
    }

    @Test
    void a_published_month_does_not_move_when_a_late_record_comes_and_a_further_version_is_offered() {
        september();
        assertThat(publish(201, "2026-09", "monthly").path("version").asInt()).isEqualTo(1);
        JsonNode before = hub.json("/api/v1/publications/2026-09");

        hub.store(permit("P/4", "102", "2026-09-02", "2026-09-30"));

        assertThat(hub.json("/api/v1/publications/2026-09")).isEqualTo(before);
        JsonNode offered = hub.json("/api/v1/publications/2026-09/moved?offered=true");
        assertThat(subjects(offered)).containsOnly("102", "10-north", "10");
        assertThat(hub.json("/api/v1/publications/2026-09/moved").path("data")).isEmpty();

        assertThat(publish(201, "2026-09", "a late record").path("version").asInt())
                .isEqualTo(2);
        assertThat(subjects(hub.json("/api/v1/publications/2026-09/moved"))).contains("102");
        assertThat(hub.json("/api/v1/publications/2026-09?version=1")).isEqualTo(before);
        assertThat(publish(409, "2026-09", "again").path("detail").asText()).contains("Nothing has moved");
    }

    @Test
    void a_month_that_is_not_over_is_not_published_nor_is_one_without_a_reason() {
        september();
        assertThat(publish(409, "2026-10", "too early").path("detail").asText()).contains("not over");
        publish(400, "2026-09", "");
        assertThat(hub.json("/api/v1/publications").path("data")).isEmpty();
    }

    @Test
    void the_database_refuses_to_change_what_was_published() {
        september();
        publish(201, "2026-09", "monthly");
        JdbcClient database = JdbcClient.create(hub.database());

        for (String sql : List.of(
                "update hub.published_figure set numerator = 9",
                "delete from hub.published_rank",
                "update hub.publication set reason = 'x'")) {
            assertThatThrownBy(() -> database.sql(sql).update()).hasMessageContaining("never changed");
        }
    }

    @Test
    void an_adjustment_counts_when_two_people_have_signed_and_not_before() {
        september();
        publish(201, "2026-09", "monthly");
        Corrections corrections = hub.bean(Corrections.class);
        HttpResponse<String> asked = hub.post(
                "/api/v1/corrections",
                """
                {"period":"2026-09","kpi":"permits-in-time","place":"101","part":"numerator","claimed":2,
                 "evidence":"Register page 12: P/2 was decided on 5 September"}
                """);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        JsonNode correction = TestHub.read(asked.body());
        assertThat(correction.path("owner").asText()).isEqualTo("Permit officer");
        assertThat(correction.path("due").asText()).isEqualTo("2026-11-07");
        long id = correction.path("id").asLong();

        assertThat(corrections.sign(id, BigDecimal.ONE, "unknown", "I asked for it myself"))
                .isFalse();
        assertThat(corrections.sign(id, BigDecimal.ONE, "nodal", "the register says so"))
                .isTrue();
        publish(409, "2026-09", "one signature is not enough");
        assertThat(corrections.countersign(id, "nodal")).isFalse();
        assertThat(corrections.countersign(id, "admin")).isTrue();

        publish(201, "2026-09", "correction " + id);
        JsonNode moved = hub.json("/api/v1/publications/2026-09/moved");
        JsonNode line = rows(moved).stream()
                .filter(row -> row.path("subject").asText().equals("101"))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("numeratorBefore").asText()).isEqualTo("1");
        assertThat(line.path("numeratorNow").asText()).isEqualTo("2");
        assertThat(subjects(moved)).contains("10");
        assertThat(hub.json("/api/v1/kpi-values?kpi=permits-in-time&place=101&period=2026-09")
                        .path("data")
                        .get(0)
                        .path("numerator")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void every_version_goes_to_the_change_feed_and_to_the_sinks() {
        september();
        publish(201, "2026-09", "monthly");
        CurrentKpis kpis = hub.bean(CurrentKpis.class);
        kpis.publish(List.of("beta.values"));
        JdbcClient database = JdbcClient.create(hub.database());
        String september = "select count(*) from hub.outbox where body like '%2026-09%' and sink = 'beta.values'";
        int first = database.sql(september).query(Integer.class).single();
        assertThat(first).isPositive();
        assertThat(database.sql("select count(*) from hub.published_kpi where period = '2026-09'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(first);

        kpis.publish(List.of("beta.values"));
        assertThat(database.sql(september).query(Integer.class).single()).isEqualTo(first);
    }

    private static List<JsonNode> rows(JsonNode answer) {
        List<JsonNode> rows = new ArrayList<>();
        answer.path("data").forEach(rows::add);
        return rows;
    }

    private static List<String> subjects(JsonNode answer) {
        return rows(answer).stream().map(row -> row.path("subject").asText()).toList();
    }
}
