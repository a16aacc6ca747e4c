package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.feeds.reports.WeeklyReporting;
import in.sangam.store.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports of the week to Sunday, 25 October, made by a hub whose clock stands at Saturday, 31 October. */
class WeeklyReportsTest {

    private static final String SINK = "gamma.reports";
    private static final TestHub HUB = new TestHub();
    private static int made;

    @BeforeAll
    static void a_week_that_is_over() {
        HUB.store(
                permit("P/1", "101", "2026-10-01", null),
                permit("P/2", "1011", "2026-10-15", null), // due on the last day of the week: in time still
                permit("P/3", "1012", "2026-10-14", null),
                permit("P/4", "101", "2026-10-20", "2026-10-23"),
                permit("P/5", "101", "2026-10-01", "2026-10-24"),
                permit("P/6", "101", "2026-10-01", "2026-10-27"),
                permit("P/7", "102", "2026-10-26", null));
        WeeklyReporting reporting = HUB.bean(WeeklyReporting.class);
        assertThat(reporting.makeDue(List.of(SINK)))
                .as("while records are arriving")
                .isZero();
        JdbcClient.create(HUB.database())
                .sql("update hub.page set stored_at = stored_at - interval '1 hour'")
                .update();
        made = reporting.makeDue(List.of(SINK));
        HUB.store(permit("P/8", "101", "2026-10-01", null));
        assertThat(reporting.makeDue(List.of(SINK))).isZero();
    }

    @AfterAll
    static void close() {
        HUB.close();
    }

    private static List<JsonNode> rows(String path) {
        List<JsonNode> rows = new ArrayList<>();
        HUB.json(path).path("data").forEach(rows::add);
        return rows;
    }

    @Test
    void each_district_has_its_own_and_it_says_what_was_known_when_it_was_made() {
        assertThat(made).isEqualTo(8);
        assertThat(rows("/api/v1/weekly-reports/cases?report=overdue&week=2026-10-25&place=101"))
                .extracting(row -> row.path("sourceId").asText())
                .containsExactly("P/1", "P/6", "P/3");
        assertThat(HUB.get("/api/v1/weekly-reports/counts?report=review&week=2026-10-25&place=101&format=csv")
                        .body())
                .contains("permit,1,2,1,4,3");
        assertThat(rows("/api/v1/weekly-reports/counts?report=review&week=2026-10-25&place=102"))
                .extracting(row -> row.path("pending").asText())
                .containsExactly("0");
        assertThat(HUB.get("/api/v1/weekly-reports/cases?report=overdue&week=2026-10-18&place=101")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void it_goes_to_the_officers_of_the_place_above_and_below_with_a_delivery_record() {
        String path = "/api/v1/weekly-reports/deliveries?week=2026-10-25&report=overdue&place=101";
        assertThat(rows(path))
                .extracting(row -> row.path("recipient").asText())
                .containsExactly("block-officer/1011", "block-officer/1012", "commissioner/10-north", "magistrate/101");
        Outbox outbox = new Outbox(HUB.database());
        Outbox.Delivery first = outbox.claim(SINK, 1, Duration.ofMinutes(1)).get(0);
        JsonNode body = TestHub.read(first.body());
        assertThat(body.path("weekEnd").asText()).isEqualTo("2026-10-25");
        assertThat(body.path("role").asText() + "/"
                        + body.path("recipientPlace").asText())
                .isIn("block-officer/1011", "commissioner/10-north");
        outbox.acknowledged(first, "receipt-7");

        String recipient =
                body.path("role").asText() + "/" + body.path("recipientPlace").asText();
        assertThat(rows("/api/v1/weekly-reports/deliveries?week=2026-10-25"))
                .filteredOn(row -> row.path("receipt").asText().equals("receipt-7"))
                .extracting(row -> row.path("recipient").asText() + " "
                        + row.path("status").asText())
                .containsExactly(recipient + " acknowledged");
        assertThat(outbox.counts())
                .extracting(counts -> counts.sink() + " " + counts.published())
                .containsExactly(SINK + " "
                        + rows("/api/v1/weekly-reports/deliveries?week=2026-10-25")
                                .size());
    }

    @Test
    void pages_show_a_week_and_a_report_in_both_languages() {
        assertThat(HUB.get("/weekly-reports").body())
                .contains("Permits beyond the limit", "/weekly-reports/overdue/2026-10-25/101", "an order");
        assertThat(HUB.get("/weekly-reports/overdue/2026-10-25/101?lang=hi").body())
                .contains("सीमा से बाहर अनुज्ञा", "प्रेषण अभिलेख", "आयुक्त", "/records/alpha/permits/P/1")
                .doesNotContain("P/8");
        assertThat(HUB.get("/weekly-reports/review/2026-10-25/101").body())
                .contains("disposed in time", "Magistrate, Aamgaon");
    }

    @Test
    void the_quality_of_a_feed_is_three_shares_and_a_portal_s_is_of_all_its_streams() {
        HUB.store(List.of(), List.of(TestHub.rejection(1, "district", "Nowhere")));
        JdbcClient.create(HUB.database())
                .sql("update hub.page set fetched_at = clock_timestamp() - interval '1 minute'")
                .update();

        List<JsonNode> lines = rows("/api/v1/feed-quality?period=2026-10");
        assertThat(lines).isEmpty();
        List<JsonNode> now = rows("/api/v1/feed-quality");
        assertThat(now).extracting(line -> line.path("stream").asText()).containsExactly("null", "permits");
        assertThat(now.get(1).path("lateShare").asText()).isEqualTo("0.0");
        assertThat(now.get(1).path("days").asInt()).isBetween(1, 2);
        assertThat(HUB.get("/sources?lang=hi").body()).contains("धाराओं की गुणवत्ता", "/portal-due");
    }

    @Test
    void cases_are_listed_where_the_portal_publishes_another_due_date() {
        assertThat(rows("/api/v1/portal-due")).isEmpty();
        CanonicalRecord same = permit("D/1", "101", "2026-11-01", null);
        HUB.store(
                same.with(Map.of("portalDue", "2026-11-11")),
                permit("D/2", "101", "2026-11-01", null).with(Map.of("portalDue", "2026-11-15")));

        assertThat(rows("/api/v1/portal-due?place=101&open=true&limit=1"))
                .extracting(row -> row.path("sourceId").asText() + " "
                        + row.path("due").asText() + " " + row.path("portalDue").asText() + " "
                        + row.path("days").asText())
                .containsExactly("D/2 2026-11-11 2026-11-15 -4");
        assertThat(HUB.get("/portal-due").body())
                .contains("D/2", "Due dates that differ")
                .doesNotContain("D/1<");
    }
}
