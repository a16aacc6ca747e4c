package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import in.sangam.store.KpiCell;
import in.sangam.store.KpiPublication;
import in.sangam.store.Outbox;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the outbox to a sink: each delivery once in effect, refusals parked with the portal's code, failures tried again. */
class DeliveryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SINK = "notices.kpi-values";

    @TempDir
    Path folder;

    private Portal portal;
    private HubDatabase database;
    private TestHub hub;

    @BeforeEach
    void prepare() throws Exception {
        portal = Portal.answering(DeliveryTest::receipt);
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, Map.of("notices.url", portal.url(), "notices.token", "right"), "notices");
        KpiPublication publication = new KpiPublication(database.source());
        hub.publisher = sinks -> publication.publish(sinks, cells(), OffsetDateTime.parse("2026-10-31T18:00:00+05:30"));
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void a_published_value_is_acknowledged_with_the_portals_receipt_and_not_sent_again_while_it_stays()
            throws Exception {
        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counts().acknowledged()).isEqualTo(2));
        assertThat(portal.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.header("Authorization")).isEqualTo("Bearer right");
            assertThat(request.header("Idempotency-Key")).isNotBlank();
            assertThat(request.body()).contains("\"numerator\":", "\"period\":\"2026-10\"");
        });
        assertThat(database.texts("select receipt from hub.outbox where status = 'acknowledged'"))
                .allMatch(receipt -> receipt.startsWith("R-"));
    }

    @Test
    void a_refusal_waits_for_a_person_with_the_portals_own_code() throws Exception {
        portal.answer(request ->
                new Answer(422, "application/json", "{\"code\":\"PLACE_UNKNOWN\",\"message\":\"no\"}", Map.of()));

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counts().refused()).isEqualTo(2));
        assertThat(database.texts("select distinct portal_code from hub.outbox"))
                .containsExactly("PLACE_UNKNOWN");
        int requests = portal.requests().size();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(portal.requests()).hasSize(requests);
    }

    @Test
    void a_failing_portal_is_tried_again_with_the_same_key_until_it_takes_the_value() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        portal.answer(request -> requests.incrementAndGet() <= 2 ? Answer.of(503) : receipt(request));

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counts().acknowledged()).isEqualTo(2));
        assertThat(portal.requests().stream()
                        .map(each -> each.header("Idempotency-Key"))
                        .distinct())
                .hasSize(2);
        assertThat(portal.requests()).hasSize(4);
    }

    @Test
    void no_more_is_delivered_than_the_portal_s_rate_allows_and_the_rest_waits_unclaimed() throws Exception {
        Path slow = Files.createDirectories(folder.resolve("slow/connectors/notices"));
        Files.writeString(
                slow.resolve("connector.yaml"),
                Files.readString(folder.resolve("connectors/notices/connector.yaml"))
                        .replace("  timeout: 3s", "  timeout: 3s\n  rate: 1/h"));
        TestHub paced = new TestHub(
                folder.resolve("slow"),
                database,
                Map.of("notices.url", portal.url(), "notices.token", "right"),
                "notices");
        paced.publisher = hub.publisher;
        hub = paced;

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counts().acknowledged()).isEqualTo(1));
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(portal.requests()).hasSize(1);
        assertThat(database.texts("select status from hub.outbox order by 1"))
                .containsExactly("acknowledged", "pending");
    }

    @Test
    void an_answer_without_a_receipt_acknowledges_nothing() throws Exception {
        portal.answer(request -> new Answer(200, "text/html", "<html>Login</html>", Map.of()));

        hub.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.texts("select portal_code from hub.outbox where portal_code is not null"))
                .contains("NO_RECEIPT"));
        assertThat(counts().acknowledged()).isZero();
        assertThat(counts().pending()).isEqualTo(2);
        assertThat(hub.meters.get("hub.delivery.lag").tag("sink", SINK).gauge().value())
                .isPositive();
    }

    @Test
    void a_word_that_the_portals_codes_lack_is_not_guessed_and_waits_for_a_person_while_others_go() throws Exception {
        KpiPublication publication = new KpiPublication(database.source());
        List<KpiCell> mixed = List.of(cell("births-registered-in-time", "188"), cell("still-births", "189"));
        hub.publisher = sinks -> publication.publish(sinks, mixed, OffsetDateTime.parse("2026-10-31T18:00:00+05:30"));

        hub.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(counts().acknowledged()).isEqualTo(1);
            assertThat(counts().refused()).isEqualTo(1);
        });
        assertThat(database.texts("select portal_code from hub.outbox where status = 'refused'"))
                .containsExactly("UNKNOWN_WORD");
        assertThat(portal.requests()).singleElement().satisfies(request -> assertThat(request.body())
                .contains("\"kpi\":\"BRT\""));
    }

    @Test
    void the_value_of_a_post_goes_out_with_its_post_and_without_a_place() throws Exception {
        KpiPublication publication = new KpiPublication(database.source());
        List<KpiCell> post = List.of(cell("post/P188-1"));
        hub.publisher = sinks -> publication.publish(sinks, post, OffsetDateTime.parse("2026-10-31T18:00:00+05:30"));

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counts().acknowledged()).isEqualTo(1));
        assertThat(portal.requests()).singleElement().satisfies(request -> assertThat(request.body())
                .contains("\"post\":\"P188-1\"", "\"place\":null"));
    }

    private Outbox.Counts counts() {
        return new Outbox(database.source())
                .counts().stream()
                        .filter(each -> each.sink().equals(SINK))
                        .findFirst()
                        .orElse(new Outbox.Counts(SINK, 0, 0, 0, 0, 0));
    }

    private static Answer receipt(Request request) {
        return Answer.json("{\"receipt\":\"R-" + request.header("Idempotency-Key") + "\"}");
    }

    private static List<KpiCell> cells() {
        return List.of(cell("188"), cell("189"));
    }

    private static KpiCell cell(String place) {
        return cell("births-registered-in-time", place);
    }

    private static KpiCell cell(String kpi, String place) {
        return new KpiCell(
                kpi,
                place,
                "2026-10",
                new BigDecimal("52"),
                new BigDecimal("60"),
                new BigDecimal("0.8667"),
                new BigDecimal("8.67"));
    }
}
