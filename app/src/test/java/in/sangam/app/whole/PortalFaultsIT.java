package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every switch of every portal, on the running demo: what the hub says of it, and that nothing is lost by it. */
@TestMethodOrder(OrderAnnotation.class)
class PortalFaultsIT {

    private static final Map<String, String> STREAMS = Map.of(
            "rtps", "applications",
            "lok-shikayat", "complaints",
            "hrms", "salary-cases",
            "cpgrams", "grievances",
            "cm-dashboard", "schemes");
    private static final String HUB = "{\"type\":\"read\",\"mbean\":\"in.sangam:type=Hub\",\"attribute\":\"Status\"}";

    private static RunningDemo demo;
    private static PortalControl portals;
    private static HubDatabaseView database;

    @BeforeAll
    static void look() throws Exception {
        demo = RunningDemo.get();
        portals = new PortalControl(demo);
        database = new HubDatabaseView(demo.data);
    }

    /** What is told of one portal may become news of another: two rounds of polls bring nothing new to any. */
    private static void quiet() {
        eventually(() -> {
            List<String> before = cursors();
            Map<String, Long> polls = new HashMap<>();
            for (String portal : STREAMS.keySet()) {
                polls.put(portal, stream(portal).get("polls").asLong());
            }
            eventually(() -> {
                for (String portal : STREAMS.keySet()) {
                    assertThat(stream(portal).get("polls").asLong()).isGreaterThan(polls.get(portal) + 1);
                }
            });
            assertThat(sinks("pending")).isZero();
            assertThat(cursors()).isEqualTo(before);
        });
    }

    private static List<String> cursors() throws Exception {
        return database.texts("select portal || ' ' || stream || ' ' || value from hub.cursor order by 1");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @AfterEach
    void letAllBeWell() throws Exception {
        for (String portal : STREAMS.keySet()) {
            portals.clear(portal);
        }
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("in.sangam.app.whole.BadAnswer#rounds")
    void a_portal_that_answers_badly_is_told_by_its_code_harms_no_other_and_loses_nothing(List<BadAnswer> round)
            throws Exception {
        quiet();
        Map<BadAnswer, String> cursors = new HashMap<>();
        Map<String, Long> polls = new HashMap<>();
        for (BadAnswer bad : round) {
            cursors.put(bad, cursor(bad));
            portals.fault(bad.portal(), bad.fault(), -1);
            if (bad.changes() > 0) {
                portals.change(bad.portal(), bad.changes());
            }
        }
        for (String portal : STREAMS.keySet()) {
            polls.put(portal, stream(portal).get("polls").asLong());
        }

        for (BadAnswer bad : round) {
            eventually(() -> {
                JsonNode told = demo.stream(bad.portal(), bad.stream());
                assertThat(told.get("state").asText()).as("%s: %s", bad, told).isEqualTo(bad.state());
                assertThat(told.path("errorCode").asText(""))
                        .as("%s: %s", bad, told)
                        .isEqualTo(bad.code());
            });
            if (bad.cursor().equals("stays")) {
                assertThat(cursor(bad)).as(bad.toString()).isEqualTo(cursors.get(bad));
            }
        }
        for (String portal : STREAMS.keySet()) {
            if (round.stream().noneMatch(bad -> bad.portal().equals(portal) && bad.fails())) {
                eventually(() -> assertThat(stream(portal).get("polls").asLong())
                        .as(portal + " is polled on")
                        .isGreaterThan(polls.get(portal)));
            }
        }

        letAllBeWell();
        for (BadAnswer bad : round) {
            eventually(() -> {
                JsonNode told = demo.stream(bad.portal(), bad.stream());
                assertThat(told.get("failures").asInt()).as("%s: %s", bad, told).isZero();
                assertThat(told.get("state").asText()).as("%s: %s", bad, told).isEqualTo("on-time");
                if (!bad.cursor().equals("none")) {
                    assertThat(cursor(bad)).as(bad.toString()).isNotEqualTo(cursors.get(bad));
                }
            });
        }
    }

    @Order(2)
    @Test
    void a_bad_row_goes_to_quarantine_by_its_field_and_reason_and_the_good_ones_of_its_page_are_stored()
            throws Exception {
        List<String[]> rows = BadAnswer.rows("bad-rows.csv");
        for (String[] row : rows) {
            portals.fault(row[0], row[2], 1);
        }
        for (String portal : List.of("rtps", "lok-shikayat", "hrms", "cpgrams")) {
            portals.change(portal, 5);
        }

        for (String[] row : rows) {
            eventually(() -> assertThat(demo.json("/api/v1/quarantine?portal=%s&stream=%s&reason=%s"
                                    .formatted(row[0], row[1], row[4]))
                            .get("data"))
                    .as(String.join(" ", row))
                    .anyMatch(entry -> entry.get("field").asText().equals(row[3])));
        }
        eventually(() -> assertThat(portals.differences(database)).isEmpty());
    }

    @Order(3)
    @Test
    void a_refused_value_waits_for_a_person_and_one_whose_receipt_was_lost_is_not_given_twice() throws Exception {
        long refused = sinks("refused");
        portals.fault("cm-dashboard", "status-422", -1);
        portals.change("rtps", 40);
        eventually(() -> assertThat(sinks("refused")).isGreaterThan(refused));
        portals.clear("cm-dashboard");
        eventually(() -> assertThat(sinks("pending")).isZero());
        long parked = sinks("refused");

        long acknowledged = sinks("acknowledged");
        portals.fault("cm-dashboard", "lost-answer", -1);
        portals.change("rtps", 40);
        eventually(() -> assertThat(sinks("pending")).isPositive());
        portals.clear("cm-dashboard");

        eventually(() -> {
            assertThat(sinks("pending")).isZero();
            assertThat(sinks("acknowledged")).isGreaterThan(acknowledged);
        });
        assertThat(sinks("refused")).isEqualTo(parked);
    }

    @Order(4)
    @Test
    void after_all_of_it_hub_and_ledger_agree_and_every_account_balances() throws Exception {
        eventually(() -> assertThat(portals.differences(database)).isEmpty());
        for (JsonNode line : demo.json("/api/v1/accounts").get("data")) {
            assertThat(line.get("received").asLong())
                    .as(line.toString())
                    .isEqualTo(line.get("stored").asLong()
                            + line.get("unchanged").asLong()
                            + line.get("superseded").asLong()
                            + line.get("quarantined").asLong());
        }
        eventually(() ->
                assertThat(sinks("published")).isEqualTo(sinks("acknowledged") + sinks("refused") + sinks("pending")));
        List<String> quarantined = database.texts("select distinct portal || ',' || stream || ',' || source_id"
                + " from hub.quarantine where source_id is not null");
        assertThat(quarantined)
                .containsAll(portals.ledger("faulty.csv")
                        .lines()
                        .filter(line -> line.contains(",FAULT/"))
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .toList());
        for (String line : portals.ledger("kpi.csv")
                .lines()
                .filter(each -> each.contains(",10,"))
                .toList()) {
            String[] cell = line.split(",", -1);
            JsonNode value = demo.json("/api/v1/kpi-values?kpi=" + cell[0] + "&place=" + cell[1] + "&period=" + cell[2])
                    .at("/data/0");
            assertThat(value.get("numerator").asText()).as(line).isEqualTo(cell[3]);
            assertThat(cell[4].isEmpty() || value.get("denominator").asText().equals(cell[4]))
                    .as(line + " " + value)
                    .isTrue();
        }
    }

    private static JsonNode stream(String portal) throws Exception {
        return demo.stream(portal, STREAMS.get(portal));
    }

    private static String cursor(BadAnswer bad) throws Exception {
        return String.join(
                "",
                database.texts("select value from hub.cursor where portal = '%s' and stream = '%s'"
                        .formatted(bad.portal(), bad.stream())));
    }

    private static long sinks(String count) throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode status = json.readTree(
                json.readTree(demo.jolokia("viewer", HUB).body()).get("value").asText());
        List<Long> counts = new ArrayList<>();
        status.get("sinks").forEach(sink -> counts.add(sink.get(count).asLong()));
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(assertion);
    }
}
