package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.feeds.publication.CurrentKpis;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The change log, its live stream, and the publication of KPI values. */
class ChangesTest {

    @Test
    void changes_come_in_commit_order_and_go_on_from_a_cursor() {
        try (TestHub hub = new TestHub()) {
            hub.store(permit("P/1", "101", "2026-10-01", null));
            hub.store(permit("P/2", "101", "2026-10-02", null));

            JsonNode first = hub.json("/api/v1/changes?limit=1");
            JsonNode second = hub.json(first.path("next").asText());
            JsonNode third = hub.json(second.path("next").asText());

            assertThat(first.path("data").get(0).path("page").asText()).isEqualTo("page-1");
            assertThat(second.path("data").get(0).path("page").asText()).isEqualTo("page-2");
            assertThat(third.path("data")).isEmpty();
        }
    }

    @Test
    void a_listener_gets_what_happened_and_then_what_happens() {
        try (TestHub hub = new TestHub()) {
            hub.store(permit("P/1", "101", "2026-10-01", null));
            HttpResponse<Stream<String>> answer =
                    hub.send("/api/v1/changes", HttpResponse.BodyHandlers.ofLines(), "Accept", "text/event-stream");
            try (Stream<String> lines = answer.body()) {
                Iterator<String> events =
                        lines.filter(line -> line.startsWith("data:")).iterator();

                assertThat(events.next()).contains("\"page\":\"page-1\"");
                hub.store(permit("P/2", "101", "2026-10-02", null));
                assertThat(events.next()).contains("\"page\":\"page-2\"");
            }
        }
    }

    @Test
    void publication_puts_each_changed_cell_into_the_outbox_once() {
        try (TestHub hub = new TestHub()) {
            CurrentKpis kpis = hub.bean(CurrentKpis.class);
            hub.store(permit("P/1", "1011", "2026-10-01", null));
            kpis.publish(List.of("board"));
            long first = outbox(hub);
            kpis.publish(List.of("board"));

            assertThat(first).isPositive().isEqualTo(outbox(hub));
            // three KPIs for one state, two divisions and four districts
            assertThat(JdbcClient.create(hub.database())
                            .sql("select count(*) from hub.published_kpi")
                            .query(Long.class)
                            .single())
                    .isEqualTo(21);
            JsonNode changes = hub.json("/api/v1/changes?limit=5000");
            assertThat(changes.path("data").findValuesAsText("kind")).contains("records", "kpi-value");
            long last = changes.path("data")
                    .get(changes.path("data").size() - 1)
                    .path("changeNo")
                    .asLong();

            hub.store(permit("P/2", "102", "2026-10-30", null));
            kpis.publish(List.of("board"));

            assertThat(ApiTest.rows(hub.json("/api/v1/kpi-values?since=" + last)))
                    .extracting(row ->
                            row.path("kpi").asText() + " " + row.path("place").asText())
                    .contains("permits-open 102", "permits-open 10")
                    .doesNotContain("permits-open 101", "permits-in-time 10");
        }
    }

    private static long outbox(TestHub hub) {
        return JdbcClient.create(hub.database())
                .sql("select count(*) from hub.outbox")
                .query(Long.class)
                .single();
    }
}
