package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static in.sangam.feeds.TestHub.total;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Term;
import in.sangam.feeds.reconciliation.DailyStatements;
import in.sangam.feeds.reconciliation.ExcusedDesk;
import in.sangam.store.ExcusedDays;
import in.sangam.store.read.MeasureReader;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The way of a difference with a portal, step by step: stated, owned, closed with a reason or settled by records that came late. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconciliationTest {

    private static final String DAY = "{\"portal\":\"alpha\",\"day\":\"2026-10-02\"";
    private static final TestHub HUB = new TestHub();

    @BeforeAll
    static void two_days_of_three_districts() {
        HUB.store(
                permit("P/1", "101", "2026-10-01", null),
                permit("P/2", "1011", "2026-10-02", "2026-10-03"),
                permit("P/3", "102", "2026-10-02", null));
        HUB.store(total("101", "2026-10-01", 1, 0, 1), total("103", "2026-10-01", 5, 0, 5));
        HUB.store(total("101", "2026-10-02", 2, 0, 3));
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

    private static List<String> differences(String state) {
        return rows("/api/v1/reconciliation/differences?portal=alpha&day=2026-10-02&state=" + state).stream()
                .map(row ->
                        row.path("place").asText() + " " + row.path("measure").asText() + " "
                                + row.path("counted").asText() + "/"
                                + row.path("reported").asText() + " "
                                + row.path("owner").asText())
                .toList();
    }

    @Test
    @Order(1)
    void what_the_portal_did_not_report_is_neither_zero_nor_a_number() {
        List<String> counts = rows("/api/v1/reconciliation?portal=alpha&day=2026-10-02").stream()
                .map(row ->
                        row.path("stream").asText() + " " + row.path("place").asText() + " "
                                + row.path("measure").asText() + " "
                                + row.path("counted").asText() + "/"
                                + row.path("reported").asText() + " "
                                + row.path("difference").asText() + " "
                                + row.path("state").asText())
                .toList();

        assertThat(counts)
                .contains(
                        "permits 101 opening 1/1 0 same",
                        "permits 101 received 1/2 -1 differs",
                        "permits 101 pending 2/3 -1 differs",
                        "permits 102 received 1/null null not-reported",
                        "permits 103 received 0/null null not-reported",
                        "permits 103 pending 0/5 -5 differs");
        assertThat(HUB.get("/reconciliation?portal=alpha&day=2026-10-02&all=true")
                        .body())
                .contains(
                        "opening + received − disposed = pending", "· not reported", "No statement has been made yet");
    }

    @Test
    @Order(2)
    void a_statement_opens_differences_with_an_owner_and_is_kept_once() {
        assertThat(HUB.post("/api/v1/reconciliation/statements", DAY + "}").statusCode())
                .isEqualTo(400);
        assertThat(HUB.post(
                                "/api/v1/reconciliation/statements",
                                "{\"portal\":\"alpha\",\"day\":\"2026-11-02\"," + "\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> made =
                    HUB.post("/api/v1/reconciliation/statements", DAY + ",\"reason\":\"month end\"}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(TestHub.read(made.body()).path("version").asInt()).isEqualTo(1);
        }

        assertThat(differences("open"))
                .containsExactly(
                        "101 pending 2/3 Department of Permits",
                        "101 received 1/2 Department of Permits",
                        "102 received 1/null Department of Permits",
                        "103 pending 0/5 Department of Permits");
    }

    @Test
    @Order(3)
    void a_difference_ends_with_a_reason_or_goes_to_another_owner() {
        long missing = id("102", "received");
        long elsewhere = id("103", "pending");
        assertThat(HUB.post("/api/v1/reconciliation/differences/" + missing + "/close", "{\"reason\":\" \"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(HUB.form(
                                "/reconciliation/differences/" + missing + "/close",
                                "nodal",
                                "portal",
                                "alpha",
                                "day",
                                "2026-10-02",
                                "reason",
                                "the portal counts it tomorrow")
                        .statusCode())
                .isEqualTo(303);
        assertThat(HUB.post("/api/v1/reconciliation/differences/" + missing + "/close", "{\"reason\":\"again\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(HUB.post(
                                "/api/v1/reconciliation/differences/" + elsewhere + "/owner",
                                "{\"owner\":\"DPGRO Chandanpur\",\"reason\":\"knows the register\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(differences("closed")).containsExactly("102 received 1/null Department of Permits");
        assertThat(differences("open")).contains("103 pending 0/5 DPGRO Chandanpur");
        assertThat(HUB.get("/reconciliation?portal=alpha&day=2026-10-02&lang=hi", TestLogin.HEADER, "nodal")
                        .body())
                .contains("DPGRO Chandanpur", "खुले अंतर", "name=\"_csrf\"", "संस्करण 1");
    }

    @Test
    @Order(4)
    void a_record_that_comes_late_settles_it_in_a_further_version_and_what_was_closed_stays_so() {
        HUB.store(permit("P/4", "101", "2026-10-02", null));

        HUB.bean(DailyStatements.class)
                .make("alpha", LocalDate.parse("2026-10-02"), "hub", "daily statement")
                .orElseThrow();

        assertThat(differences("settled"))
                .containsExactly("101 pending 2/3 Department of Permits", "101 received 1/2 Department of Permits");
        assertThat(differences("open")).containsExactly("103 pending 0/5 DPGRO Chandanpur");
        assertThat(rows("/api/v1/reconciliation/statements?portal=alpha"))
                .extracting(head -> head.path("version").asInt())
                .containsExactly(2, 1);
        assertThat(HUB.get("/reconciliation/statements/alpha/2026-10-02?version=1")
                        .body())
                .contains("month end", "version 1", "not reported");
        assertThat(HUB.get("/api/v1/reconciliation/statement?portal=alpha&day=2026-10-02&format=csv")
                        .body())
                .contains("stream,place,service,stated,opening,received", "permits,101,S1,,1,2,0,3,1,2,0,3,2026-10-02");
    }

    @Test
    @Order(5)
    void the_next_day_says_what_was_stated_and_what_has_come_since() {
        HUB.bean(DailyStatements.class).make("alpha", LocalDate.parse("2026-10-03"), "hub", "daily");
        HUB.store(permit("P/5", "101", "2026-10-01", null));
        HUB.bean(DailyStatements.class).make("alpha", LocalDate.parse("2026-10-03"), "hub", "daily");

        assertThat(rows("/api/v1/reconciliation/statement?portal=alpha&day=2026-10-03"))
                .filteredOn(line -> line.path("place").asText().equals("101"))
                .allSatisfy(line -> {
                    assertThat(line.path("stated").asInt()).isEqualTo(3);
                    assertThat(line.path("opening").asInt()).isEqualTo(4);
                    assertThat(line.path("pending").asInt()).isEqualTo(3);
                })
                .hasSize(1);
    }

    @Test
    @Order(6)
    void an_excused_day_stands_beside_the_number_and_changes_it_only_where_the_formula_says_so() {
        String day = LocalDate.now(ZoneId.of("Asia/Kolkata")).minusDays(1).toString();
        String month = day.substring(0, 7);
        HttpResponse<String> proposed = HUB.post(
                "/api/v1/excused-days",
                "{\"portal\":\"alpha\",\"stream\":\"permits\",\"day\":\"" + day + "\",\"evidence\":\"letter 12\"}");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        long id = TestHub.read(proposed.body()).path("id").asLong();
        assertThat(TestHub.read(proposed.body()).path("type").asText()).isEqualTo("permit");
        assertThat(HUB.post("/api/v1/excused-days/" + id + "/decision", "{\"approved\":true,\"reason\":\"own\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(HUB.get("/excused?lang=hi", TestLogin.HEADER, "approver").body())
                .contains("letter 12", "छूट दें");
        assertThat(HUB.form("/excused/" + id + "/decision", "approver", "approved", "true", "reason", "seen")
                        .statusCode())
                .isEqualTo(303);

        Period period = Period.of(month);
        MeasureReader reader = new MeasureReader(
                HUB.database(), HUB.config().places(), HUB.config().measures().shapes());
        assertThat(reader.read(List.of(period), LocalDate.parse(day))
                        .of(new Term(Term.Aggregate.EXCUSED, "permit"), "101", period))
                .isEqualByComparingTo("1");
        assertThat(HUB.bean(ExcusedDesk.class)
                        .beside(List.of(HUB.config().kpis().find("permits-open").orElseThrow()), period))
                .extracting(ExcusedDays.Day::evidence)
                .containsExactly("letter 12");
    }

    private static long id(String place, String measure) {
        return rows("/api/v1/reconciliation/differences?portal=alpha").stream()
                .filter(row -> row.path("place").asText().equals(place)
                        && row.path("measure").asText().equals(measure))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }
}
