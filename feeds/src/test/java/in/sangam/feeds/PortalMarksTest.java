package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.publication.CurrentKpis;
import in.sangam.store.KpiPublication;
import in.sangam.store.Publications;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The shipped KPIs of data quality, of an invented portal: value, mark, rank, explanation and what stands behind. */
class PortalMarksTest {

    private static final List<String> KPIS = List.of("feed-in-time", "feed-rows-accepted", "feed-days-reported");

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void threeOfFourRowsAreAccepted() throws IOException {
        FileSystemUtils.copyRecursively(TestHub.CONFIG, folder);
        for (String kpi : KPIS) {
            Files.copy(
                    Path.of("../config/kpis", kpi + ".yaml"),
                    folder.resolve("kpis").resolve(kpi + ".yaml"));
        }
        hub = new TestHub(folder);
        hub.store(
                List.of(
                        permit("P/1", "101", "2026-10-01", "2026-10-05"),
                        permit("P/2", "101", "2026-10-01", null),
                        permit("P/3", "102", "2026-10-01", null)),
                List.of(TestHub.rejection(4, "district", "Nowhere")));
        // Feeds come by the wall clock, whatever the hub's as-of.
        database().sql("update hub.page set fetched_at = clock_timestamp()").update();
        database()
                .sql("update hub.account set day = (clock_timestamp() at time zone 'Asia/Kolkata')::date")
                .update();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private JdbcClient database() {
        return JdbcClient.create(hub.database());
    }

    private JsonNode only(String path) {
        JsonNode data = hub.json(path).path("data");
        assertThat(data).as(path).hasSize(1);
        return data.get(0);
    }

    @Test
    void each_portal_has_its_values_and_marks() {
        JsonNode accepted = only("/api/v1/kpi-values?kpi=feed-rows-accepted");
        assertThat(accepted.path("place").asText()).isEqualTo("portal/alpha");
        assertThat(accepted.path("level").asText()).isEqualTo("portal");
        assertThat(accepted.path("exact").asText()).isEqualTo("3/4");
        assertThat(accepted.path("marks").asText()).isEqualTo("7.50");

        List<String> marks = new ArrayList<>();
        hub.json("/api/v1/kpi-values?place=portal/alpha")
                .path("data")
                .forEach(row -> marks.add(
                        row.path("kpi").asText() + " " + row.path("state").asText()));
        assertThat(marks)
                .contains("feed-rows-accepted measured", "feed-days-reported measured")
                .hasSize(3);
        assertThat(hub.get("/api/v1/kpi-values?place=portal/gamma").body()).contains("portal/alpha");
        assertThat(hub.get("/api/v1/kpi-values?place=portal/gamma").statusCode())
                .isEqualTo(400);
        hub.json("/api/v1/kpi-values")
                .path("data")
                .forEach(row -> assertThat(row.path("kpi").asText()).doesNotStartWith("feed-"));
    }

    @Test
    void a_month_in_which_nothing_was_read_is_not_reported() {
        assertThat(hub.json("/api/v1/kpi-values?kpi=feed-in-time&period=2026-09")
                        .path("data"))
                .isEmpty();
        database().sql("delete from hub.page").update();
        database().sql("delete from hub.account").update();

        JsonNode silent = only("/api/v1/kpi-values?kpi=feed-in-time");

        assertThat(silent.path("state").asText()).isEqualTo("not-reported");
        assertThat(silent.path("marks").isNull()).isTrue();
    }

    @Test
    void a_mark_is_explained_by_lines_that_add_up_to_it() {
        database()
                .sql(
                        "insert into hub.outage (portal, stream, began, ended, failures, code, message) values ('alpha',"
                                + " 'permits', clock_timestamp() - interval '1 day', clock_timestamp() - interval '1 hour', 1, 'X', 'x')")
                .update();
        database()
                .sql("update hub.page set fetched_at = clock_timestamp() - interval '3 hours'")
                .update();

        JsonNode whole = hub.json("/api/v1/explain?place=portal/alpha");
        BigDecimal points = BigDecimal.ZERO;
        for (JsonNode line : whole.path("lines")) {
            points = points.add(new BigDecimal(line.path("points").asText()));
        }
        assertThat(whole.path("lines")).hasSize(2);
        assertThat(points).isEqualByComparingTo(whole.path("mark").asText());
        assertThat(whole.path("sources")).hasSize(2);

        JsonNode one = hub.json("/api/v1/explain?kpi=feed-rows-accepted&place=portal/alpha");
        assertThat(one.path("markExact").asText()).isEqualTo("15/2");
        assertThat(one.path("lines")).hasSize(1);
        assertThat(one.path("lines").get(0).path("pointsExact").asText()).isEqualTo("15/2");
        assertThat(hub.get("/api/v1/explain?kpi=permits-in-time&place=portal/alpha")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void behind_the_number_stand_the_hub_s_own_accounts() {
        JsonNode behind = hub.json("/api/v1/records?kpi=feed-rows-accepted&place=portal/alpha");
        assertThat(behind.path("data")).isEmpty();
        assertThat(behind.path("note").asText()).contains("own accounts", "/api/v1/feed-quality", "/sources");
        assertThat(hub.get("/api/v1/records?kpi=feed-rows-accepted&place=portal/alpha&format=csv")
                        .headers()
                        .firstValue("Sangam-Note"))
                .hasValueSatisfying(note -> assertThat(note).contains("/sources"));
        assertThat(hub.json("/api/v1/records?kpi=permits-open&place=101").has("note"))
                .isFalse();

        assertThat(hub.get("/records?kpi=feed-rows-accepted&place=portal/alpha").body())
                .contains("own accounts", "href=\"/sources\"", "href=\"/portals/alpha");
        assertThat(hub.get("/records?kpi=feed-rows-accepted&place=portal/alpha&lang=hi")
                        .body())
                .contains("हब के अपने धारा-लेखे");
    }

    @Test
    void portals_have_a_ranking_of_their_own_and_no_district_s_mark_knows_it() {
        JsonNode row = only("/api/v1/ranking?subject=portal");
        assertThat(row.path("place").asText()).isEqualTo("portal/alpha");
        assertThat(row.path("rank").asInt()).isEqualTo(1);

        assertThat(hub.get("/portals").body()).contains("Ranking of portals", "Alpha permits", "Feed in time", "7.50");
        assertThat(hub.get("/portals?lang=hi").body()).contains("पोर्टलों की रैंकिंग", "अल्फा अनुज्ञा");
        assertThat(hub.get("/portals/alpha").body()).contains("<h1>Alpha permits</h1>", "Rank 1 of 1");
        assertThat(hub.get("/portals/gamma").statusCode()).isEqualTo(404);
        assertThat(hub.get("/sources").body()).contains("href=\"/portals\"");
        assertThat(hub.json("/api/v1/explain?place=101").path("lines"))
                .allSatisfy(line -> assertThat(line.path("kpi").asText()).startsWith("permits-"));
    }

    @Test
    void a_month_is_published_with_portals_and_a_sink_gets_those_that_it_asks_for() {
        assertThat(hub.post("/api/v1/publications", "{\"period\":\"2026-09\",\"reason\":\"monthly\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(hub.json("/api/v1/publications/2026-09/moved?offered=true").path("data"))
                .isEmpty();

        new CurrentKpis(
                        hub.bean(FigureBoard.class),
                        hub.config(),
                        new KpiPublication(hub.database()),
                        hub.bean(Publications.class),
                        (sink, kpi) -> sink.equals("quality.portals") && kpi.equals("feed-rows-accepted"))
                .publish(List.of("board.values", "quality.portals"));

        assertThat(database()
                        .sql("select body from hub.outbox where sink = 'quality.portals'")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(
                        body -> assertThat(body).contains("\"portal\":\"alpha\"", "\"numerator\":3,\"denominator\":4"));
        assertThat(database()
                        .sql("select count(*) from hub.outbox where sink = 'board.values' and body like '%portal%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
