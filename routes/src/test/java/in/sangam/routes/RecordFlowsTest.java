package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.core.page.PageCodec;
import in.sangam.core.page.PageHead;
import in.sangam.core.page.SourcePage;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From queue to queue to table, with failures forced between the commits, and with messages that are no pages. */
class RecordFlowsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DEAD = Queues.deadLettersOf(Queues.PAGE_FETCHED);

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private Portal portal;
    private HubDatabase database;
    private TestHub hub;

    @BeforeEach
    void prepare() throws Exception {
        portal = Portal.answering(request -> Portal.Answer.json("{\"data\":[],\"next\":null}"));
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, Map.of("births.url", portal.url(), "births.token", "right"), "births");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void a_failure_between_the_database_commit_and_the_brokers_stores_each_row_once() throws Exception {
        hub.startBroker();
        send(page(0, 40));
        hub.startRoutes();
        AtomicInteger failed = failOnceAtTheEndOf("record.store");
        send(page(40, 80));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(80));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).isEqualTo(80));
        assertThat(failed).hasValueGreaterThanOrEqualTo(1);
        assertThat(received()).isEqualTo(80);
        assertThat(hub.queues.waiting(Queues.deadLettersOf(Queues.PAGE_NORMALISED)))
                .isZero();
    }

    @Test
    void a_failure_after_the_normalisers_send_takes_the_send_back() throws Exception {
        hub.start();
        AtomicInteger failed = failOnceAtTheEndOf("intake.normalise");
        send(page(0, 40));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(40));
        assertThat(failed).hasValueGreaterThanOrEqualTo(1);
        assertThat(hub.meters.find("hub.pages.repeated").counter())
                .as("no page came twice to the store")
                .isNull();
        assertThat(received()).isEqualTo(40);
    }

    @Test
    void the_same_page_twice_is_stored_and_counted_once() throws Exception {
        hub.start();
        byte[] page = page(0, 10);
        send(page);
        send(page);

        await().atMost(PATIENCE)
                .until(() -> hub.meters.find("hub.pages.repeated").counter() != null);
        assertThat(received()).isEqualTo(10);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).isEqualTo(10));
    }

    @Test
    void pages_wait_while_the_database_is_away_and_none_becomes_a_dead_letter() throws Exception {
        hub.start();
        send(page(0, 5));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(5));

        database.goAway();
        for (int i = 1; i <= 6; i++) {
            send(page(i * 5, i * 5 + 5));
        }
        await().pollDelay(Duration.ofSeconds(6)).atMost(PATIENCE).until(() -> true);
        database.comeBack();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(hub.stored("births"))
                .hasSize(35));
        assertThat(hub.queues.waiting(Queues.deadLettersOf(Queues.PAGE_NORMALISED)))
                .isZero();
        assertThat(received()).isEqualTo(35);
    }

    @Test
    void a_broker_that_ended_and_was_started_again_inside_the_hub_has_its_pages_read_on() throws Exception {
        hub.start();
        send(page(0, 5));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(5));

        hub.broker.close(); // what is left of it when its disk has failed
        assertThat(hub.broker.isRunning()).isFalse();
        hub.broker.startAgain();
        send(page(5, 10));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(10));
        assertThat(received()).isEqualTo(10);
    }

    @Test
    void what_is_no_page_becomes_a_dead_letter_with_its_cause_and_the_next_page_goes_on() throws Exception {
        hub.start();
        try (JMSContext session = hub.connections.createContext()) {
            var queue = session.createQueue(Queues.PAGE_FETCHED);
            session.createProducer().send(queue, "text");
            session.createProducer().send(queue, new ArrayList<>(List.of("object")));
        }
        send("{\"head\":".getBytes());
        send(page(0, 5));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("births")).hasSize(5);
            assertThat(hub.queues.waiting(DEAD)).isEqualTo(3);
        });
        assertThat(browse(DEAD)).allSatisfy(message -> assertThat(message.getStringProperty("causeCode"))
                .isEqualTo("NO_PAGE"));
    }

    @Test
    void a_dead_letter_that_is_replayed_goes_through_when_its_cause_is_gone() throws Exception {
        hub.startBroker();
        send(json.writeValueAsString(json.readTree(page(0, 5)))
                .replace("\"entries\"", "\"entriez\"")
                .getBytes());
        hub.startRoutes();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.queues.waiting(DEAD)).isOne());
        assertThat(browse(DEAD).get(0).getStringProperty("causeCode")).isEqualTo("UNKNOWN_STREAM");

        assertThat(hub.control.replay("asha", Queues.PAGE_FETCHED, "connector restored"))
                .isOne();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        hub.meters.get("hub.dead.letters").counter().count())
                .isEqualTo(2));
        assertThat(database.texts("select action from hub.audit")).containsExactly("dead-letter.replay");
    }

    @Test
    void a_page_that_fails_at_every_delivery_becomes_a_dead_letter_with_its_cause() throws Exception {
        hub.start();
        hub.advise("intake.normalise", route -> route.weaveAddLast().process(exchange -> {
            throw new IllegalStateException("always");
        }));
        send(page(0, 5));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.queues.waiting(DEAD)).isOne());
        Message dead = browse(DEAD).get(0);
        assertThat(dead.getStringProperty("causeCode")).isEqualTo("FAILED_AT_EVERY_DELIVERY");
        assertThat(dead.getStringProperty("cause")).contains("IllegalStateException");
        assertThat(hub.queues.waiting(Queues.PAGE_NORMALISED))
                .as("the send of each failed delivery was taken back")
                .isZero();
        assertThat(hub.stored("births")).isEmpty();
    }

    @Test
    void no_header_of_a_message_gets_past_the_intake() throws Exception {
        hub.start();
        hub.control.stop("asha", "record.store", "to look at the queue");
        try (JMSContext session = hub.connections.createContext()) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(page(0, 5));
            for (String header :
                    List.of("CamelHttpUri", "cAMELjmsdestinationname", "operationName", "operationNamespace", "any")) {
                message.setStringProperty(header, "jms:queue:elsewhere");
            }
            session.createProducer().send(session.createQueue(Queues.PAGE_FETCHED), message);
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.queues.waiting(Queues.PAGE_NORMALISED))
                .isOne());
        assertThat(Collections.list(browse(Queues.PAGE_NORMALISED).get(0).getPropertyNames()))
                .allSatisfy(name -> assertThat(name.toString()).startsWith("JMSX"));
    }

    @Test
    void what_is_fetched_again_because_the_cursor_was_not_saved_changes_nothing() throws Exception {
        Births births = new Births(portal::url);
        births.add("B/1", "10:00:00", "OPEN");
        births.add("B/2", "10:00:01", "OPEN");
        portal.answer(births::answer);
        hub.start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).isEqualTo(2));

        hub.control.stop("asha", "births.entries.poll", "to lose the cursor");
        database.execute("delete from hub.cursor");
        long before = received();
        hub.control.start("asha", "births.entries.poll");

        await().atMost(PATIENCE).until(() -> received() > before);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(database.count("select count(*) from hub.cursor"))
                .isOne());
        assertThat(seen()).isEqualTo(2);
        assertThat(database.count(
                        "select sum(received - stored - unchanged - superseded - quarantined) from hub.account_now"))
                .isZero();
    }

    private AtomicInteger failOnceAtTheEndOf(String routeId) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        hub.advise(routeId, route -> route.weaveAddLast().process(exchange -> failFirst(attempts, exchange)));
        return attempts;
    }

    private static void failFirst(AtomicInteger attempts, Exchange exchange) {
        if (attempts.incrementAndGet() == 1) {
            throw new IllegalStateException("forced at the end of " + exchange.getFromRouteId());
        }
    }

    private long received() {
        return database.count("select coalesce(sum(received), 0) from hub.account_now");
    }

    private long seen() {
        return database.count("select coalesce(sum(amount), 0) from hub.measure where measure = 'seen'");
    }

    private void send(byte[] body) {
        try (JMSContext session = hub.connections.createContext()) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(body);
            session.createProducer().send(session.createQueue(Queues.PAGE_FETCHED), message);
        } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Message> browse(String queue) throws Exception {
        try (JMSContext session = hub.connections.createContext()) {
            List<Message> messages = new ArrayList<>();
            var all = session.createBrowser(session.createQueue(queue)).getEnumeration();
            while (all.hasMoreElements()) {
                messages.add((Message) all.nextElement());
            }
            return messages;
        }
    }

    private byte[] page(int from, int to) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(json.readTree(
                    ("{'no':'B/%d','district':'Patna','registered':'2026-10-01','status':'OPEN','closed':null,"
                                    + "'changed':'2026-10-02T10:00:00+05:30'}")
                            .formatted(i)
                            .replace('\'', '"')));
        }
        PageHead head = new PageHead(
                UUID.randomUUID().toString(), "births", "entries", "0".repeat(64), null, null, Instant.now(), "hash");
        return PageCodec.encode(new SourcePage(head, rows));
    }
}
