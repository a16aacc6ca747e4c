package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.feeds.publication.CurrentKpis;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The change log, its live stream, and the publication of KPI values. */
class ChangesTest {

    private static final TestHub HUB = new TestHub();

    @AfterAll
    static void close() {
        HUB.close();
    }

    @Test
    void changes_come_in_commit_order_and_go_on_from_a_cursor() {
        long before = last();
        HUB.store(permit("P/1", "101", "2026-10-01", null));
        HUB.store(permit("P/2", "101", "2026-10-02", null));

        JsonNode first = HUB.json("/api/v1/changes?limit=1&after=" + before);
        JsonNode second = HUB.json(first.path("next").asText());
        JsonNode third = HUB.json(second.path("next").asText());

        assertThat(first.path("data").get(0).path("stored").asInt()).isEqualTo(1);
        assertThat(second.path("data").get(0).path("changeNo").asLong())
                .isGreaterThan(first.path("data").get(0).path("changeNo").asLong());
        assertThat(third.path("data")).isEmpty();
    }

    @Test
    void a_listener_gets_what_happened_and_then_what_happens() {
        long before = last();
        HUB.store(permit("P/3", "101", "2026-10-01", null));
        HttpResponse<Stream<String>> answer = HUB.send(
                "/api/v1/changes",
                HttpResponse.BodyHandlers.ofLines(),
                "Accept",
                "text/event-stream",
                "Last-Event-ID",
                String.valueOf(before));
        try (Stream<String> lines = answer.body()) {
            Iterator<String> events =
                    lines.filter(line -> line.startsWith("data:")).iterator();

            assertThat(events.next()).contains("\"kind\":\"records\"", "\"stored\":1");
            HUB.store(permit("P/4", "101", "2026-10-02", null), permit("P/5", "101", "2026-10-02", null));
            assertThat(events.next()).contains("\"kind\":\"records\"", "\"stored\":2");
        }
    }

    @Test
    void publication_puts_each_changed_cell_into_the_outbox_once() {
        CurrentKpis kpis = HUB.bean(CurrentKpis.class);
        HUB.store(permit("P/6", "1011", "2026-10-01", null));
        kpis.publish(List.of("board"));
        long first = count("hub.outbox");
        kpis.publish(List.of("board"));

        assertThat(first).isPositive().isEqualTo(count("hub.outbox"));
        // three KPIs for one state, two divisions and four districts
        assertThat(count("hub.published_kpi")).isEqualTo(21);
        long last = last();

        HUB.store(permit("P/7", "102", "2026-10-30", null));
        kpis.publish(List.of("board"));

        assertThat(ApiTest.rows(HUB.json("/api/v1/kpi-values?since=" + last)))
                .extracting(row ->
                        row.path("kpi").asText() + " " + row.path("place").asText())
                .contains("permits-open 102", "permits-open 10")
                .doesNotContain("permits-open 101", "permits-in-time 10");
        assertThat(ApiTest.rows(HUB.json("/api/v1/changes?after=" + last)))
                .extracting(row -> row.path("kind").asText())
                .contains("records", "kpi-value");
    }

    private static long last() {
        List<JsonNode> changes = ApiTest.rows(HUB.json("/api/v1/changes?limit=5000"));
        return changes.isEmpty()
                ? 0
                : changes.get(changes.size() - 1).path("changeNo").asLong();
    }

    private static long count(String table) {
        return JdbcClient.create(HUB.database())
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
