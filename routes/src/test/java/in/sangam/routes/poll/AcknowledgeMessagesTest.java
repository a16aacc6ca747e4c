package in.sangam.routes.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.core.AsOfClock;
import in.sangam.core.page.SourcePage;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.kit.Stream;
import in.sangam.routes.PortalBroker;
import in.sangam.routes.pace.Pace;
import in.sangam.routes.pace.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message leaves the portal's queue behind the commit of its page and not before: what fails between brings it again. */
class AcknowledgeMessagesTest {

    private static final Instant AS_OF = Instant.parse("2026-10-31T12:30:00Z");
    private static final String QUEUE = "orders";

    @TempDir
    Path folder;

    private final List<SourcePage> sent = new CopyOnWriteArrayList<>();
    private final List<Long> waitingAtFailure = new CopyOnWriteArrayList<>();
    private PortalBroker broker;
    private Stream stream;
    private Schedule schedule;

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "amqp"})
    void a_message_stays_until_its_page_is_sent_and_comes_again_when_the_hub_dies_behind_that(String protocol)
            throws Exception {
        try (PortalBroker portal = new PortalBroker(QUEUE);
                DefaultCamelContext context = new DefaultCamelContext()) {
            broker = portal;
            portal.send(protocol, QUEUE, "{\"no\": \"P/1\", \"changed\": \"2026-10-02T10:00:00+05:30\"}");
            Connector connector = connector(portal.url(protocol));
            stream = connector.streams().get(0);
            schedule = new Schedule(
                    Duration.ofMillis(100), Duration.ofMillis(100), Clock.systemUTC(), RandomGenerator.getDefault());
            PolledStream polled =
                    new PolledStream(connector, stream, schedule, new Pace(null), new PortalCircuit("pensions"));
            context.addRoutes(new PollTemplates());
            new PortalRoute(polled, "test", AsOfClock.fixed(AS_OF), Clock.systemUTC()).addTo(context, errand());
            context.start();

            await().until(() -> portal.waiting(QUEUE) == 0);
        }
        assertThat(waitingAtFailure)
                .as("before the page was sent, and before the message was acknowledged")
                .containsExactly(1L, 1L);
        assertThat(sent)
                .hasSize(2)
                .extracting(page -> page.head().sourceHash())
                .containsOnly(sent.get(0).head().sourceHash());
    }

    private Errand errand() {
        return new Errand(
                this::begin, exchange -> {}, this::send, this::acknowledge, exchange -> {}, this::fail, hash -> false);
    }

    private void begin(Exchange exchange) {
        if (schedule.isDue()) {
            new Poll(stream, null, stream.firstAsk(null, AS_OF)).begin(exchange);
        }
    }

    private void send(Exchange exchange) {
        failFirst(waitingAtFailure.isEmpty());
        sent.addAll(Poll.of(exchange).pages());
    }

    private void acknowledge(Exchange exchange) throws Exception {
        failFirst(waitingAtFailure.size() == 1);
        new AcknowledgeMessages().process(exchange);
        Poll.of(exchange).interrupt();
    }

    private void failFirst(boolean fails) {
        if (fails) {
            waitingAtFailure.add(broker.waiting(QUEUE));
            throw new IllegalStateException("forced");
        }
    }

    private void fail(Exchange exchange) {
        schedule.failed(null);
    }

    private Connector connector(String url) throws Exception {
        Path connector = Files.createDirectories(folder.resolve("pensions"));
        Files.writeString(
                connector.resolve("connector.yaml"),
                """
                title: {en: Pensions, hi: पेंशन}
                owner: Social Welfare
                jms:
                  url: %s
                  auth: {username: portal.user, password: portal.password}
                streams:
                  orders:
                    queue: %s
                    key: no
                    version: changed
                    into: case
                    type: pension
                    fields: {registered: moment(changed)}
                """
                        .formatted(url, QUEUE));
        return Connectors.read(
                connector,
                Settings.of(Map.of(
                        Connectors.PSEUDONYM_KEY,
                        "a key for tests alone",
                        "portal.user",
                        PortalBroker.USER,
                        "portal.password",
                        PortalBroker.PASSWORD)));
    }
}
