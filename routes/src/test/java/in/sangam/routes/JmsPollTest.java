package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.routes.check.LayerCheck;
import in.sangam.routes.check.PortalCheck.Finding;
import in.sangam.routes.check.PortalCheck.Layer;
import in.sangam.routes.pace.Pace;
import in.sangam.store.UnreadablePages;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues of a department's broker, read in both protocols; what cannot be read stays there and stops nothing behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JmsPollTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> PROTOCOLS = List.of("tcp", "amqp");

    @TempDir
    static Path folder;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "portal.user", PortalBroker.USER, "portal.password", PortalBroker.PASSWORD, "bad.password", "guess"));
    private Certificates certificates;
    private ServerSocket silent;
    private PortalBroker broker;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        certificates = new Certificates(Files.createDirectories(folder.resolve("certificates")));
        certificates.issue("good", 1);
        certificates.issue("expired", 9);
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        broker = new PortalBroker(
                certificates, "tcp", "amqp", "tcp.bad", "amqp.bad", "tcp.sealed", "amqp.sealed", "marked", "checked");
        for (String protocol : PROTOCOLS) {
            declareOf(protocol);
        }
        declare("marked", broker.url("tcp"), "marked", "portal.password", "  format: xml");
        declare("checked", broker.url("amqp"), "checked", "portal.password", "");
        declare("metadata", "amqp://[::ffff:169.254.169.254]:5672", "tcp", "portal.password", "");
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, settings).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        database.close();
        broker.close();
        silent.close();
    }

    private void declareOf(String protocol) throws Exception {
        String sealed = protocol.equals("tcp") ? "ssl" : "amqps";
        Path authority = certificates.authority();
        declare(protocol, broker.url(protocol), protocol, "portal.password", "");
        declare(protocol + "-bad", broker.url(protocol), protocol + ".bad", "portal.password", "");
        declare(protocol + "-refused", broker.url(protocol), protocol, "bad.password", "");
        declare(protocol + "-lost", broker.url(protocol), "no-such-queue", "portal.password", "");
        declare(
                protocol + "-silent",
                protocol + "://127.0.0.1:" + silent.getLocalPort(),
                protocol,
                "portal.password",
                "  size: 5");
        declare(protocol + "-away", protocol + "://127.0.0.1:1", protocol, "portal.password", "");
        declare(protocol + "-stranger", broker.url(sealed), protocol, "portal.password", "");
        for (String trusting : List.of("-sealed", "-expired")) {
            String url = trusting.equals("-sealed") ? broker.url(sealed) : broker.expiredUrl(sealed);
            declare(protocol + trusting, url, protocol + ".sealed", "portal.password", "  trust: authority.pem");
            Files.copy(
                    authority,
                    folder.resolve("connectors").resolve(protocol + trusting).resolve("authority.pem"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "amqp"})
    void messages_are_taken_in_order_of_their_versions_and_once(String protocol) throws Exception {
        broker.send(protocol, protocol, "[" + Registers.rows(0, 40) + "]");
        broker.send(protocol, protocol, session -> bytes(session.createBytesMessage(), Registers.row(40)));
        broker.send(protocol, protocol, Registers.row(40));
        broker.send(protocol, protocol, session -> {
            Message steering = session.createTextMessage(Registers.row(41));
            return property(steering, "CamelJmsDestinationName", "hub.record.accepted");
        });
        broker.send(protocol, protocol, Registers.row(42).replace("OPEN", "LOST"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored(protocol)).hasSize(42));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(broker.waiting(protocol)).isZero());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.texts("select reason from hub.quarantine where portal = '" + protocol + "'"))
                .containsExactly("UNMAPPED_CODE"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(protocol)).isEqualTo("ok "));
        assertThat(database.texts("select received || ' ' || stored || ' ' || unchanged || ' ' || quarantined from"
                        + " hub.account_now where portal = '" + protocol + "'"))
                .containsExactly("44 42 1 1");
    }

    @Test
    void over_tls_a_queue_is_read_where_the_certificate_is_trusted() {
        PROTOCOLS.forEach(protocol -> broker.send(protocol, protocol + ".sealed", Registers.row(1)));

        for (String protocol : PROTOCOLS) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.stored(protocol + "-sealed"))
                    .hasSize(1));
            assertThat(check(protocol + "-sealed"))
                    .allMatch(Finding::good)
                    .extracting(Finding::layer)
                    .as("an empty queue is not slow: it is the hub that waits for a message")
                    .doesNotContain(Layer.SLOW);
        }
    }

    @Test
    void what_cannot_be_read_stays_at_the_portal_for_a_person_and_the_others_are_taken() throws Exception {
        for (String protocol : PROTOCOLS) {
            String queue = protocol + ".bad";
            broker.send(protocol, queue, "<html>The broker's own page</html>");
            broker.send(protocol, queue, session -> session.createObjectMessage(new java.util.Date(0)));
            broker.send(protocol, queue, "\"" + "x".repeat(6_000) + "\"");
            broker.send(protocol, queue, Registers.row(1));
        }
        for (String protocol : PROTOCOLS) {
            whatCannotBeReadStays(protocol + "-bad", protocol + ".bad");
        }
    }

    private void whatCannotBeReadStays(String portal, String queue) throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored(portal)).hasSize(1));
        List<String> causes = List.of("HTML", "TOO_LARGE", "WRONG_KIND");
        await().atMost(PATIENCE).untilAsserted(() -> {
            hub.routes.polls().pollNow(portal + ".entries");
            assertThat(database.texts(
                            "select cause from hub.unreadable_page where portal = '" + portal + "' order by 1"))
                    .containsExactlyElementsOf(causes);
        });
        // More polls than the portal's broker allows deliveries: none of them counted as one.
        await().atMost(PATIENCE).until(() -> {
            hub.routes.polls().pollNow(portal + ".entries");
            return database.count("select sum(count)::bigint from hub.unreadable_page where portal = '" + portal + "'")
                    > 3;
        });
        assertThat(hub.health(portal)).startsWith("stalled UNREADABLE_");
        assertThat(broker.waiting(queue)).isEqualTo(3);

        for (String cause : causes) {
            long id = database.count(
                    "select id from hub.unreadable_page where portal = '" + portal + "' and cause = '" + cause + "'");
            new UnreadablePages(database.source()).skip(id, null, "asha", "the department says so");
        }
        hub.routes.polls().pollNow(portal + ".entries");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(portal)).isEqualTo("ok "));
        assertThat(broker.waiting(queue)).isZero();
    }

    @Test
    void xml_is_read_by_its_elements() {
        broker.send("tcp", "marked", "<births>" + Registers.xmlRows(0, 3) + "</births>");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("marked")).hasSize(3));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp-refused,   failing WRONG_CREDENTIAL, LOGIN",
        "amqp-refused,  failing WRONG_CREDENTIAL, LOGIN",
        "tcp-lost,      failing REQUEST_REFUSED,  CONTRACT",
        "amqp-lost,     failing REQUEST_REFUSED,  CONTRACT",
        "tcp-away,      failing UNREACHABLE,      TCP",
        "amqp-away,     failing UNREACHABLE,      TCP",
        "tcp-silent,    failing TIMEOUT,          SLOW",
        "amqp-silent,   failing TIMEOUT,          SLOW",
        "tcp-stranger,  failing UNTRUSTED,        TLS",
        "amqp-stranger, failing UNTRUSTED,        TLS",
        "tcp-expired,   failing UNTRUSTED,        TLS",
        "amqp-expired,  failing UNTRUSTED,        TLS",
        "metadata,      failing ADDRESS_REFUSED,  NAME"
    })
    void what_is_wrong_is_told_in_health_and_by_a_check(String portal, String health, Layer layer) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(portal)).isEqualTo(health));
        List<Finding> findings = check(portal);
        Finding last = findings.get(findings.size() - 1);
        assertThat(last).returns(layer, Finding::layer).returns(false, Finding::good);
        assertThat(last.sentence()).doesNotContain("guess");
    }

    @Test
    void a_check_takes_nothing() throws Exception {
        hub.control.stop("asha", "checked.entries.poll", "a look at the queue");
        broker.send("amqp", "checked", Registers.row(1));

        assertThat(check("checked"))
                .allMatch(Finding::good)
                .extracting(Finding::layer)
                .contains(Layer.CONTRACT, Layer.SLOW);

        assertThat(broker.waiting("checked")).isEqualTo(1);
        hub.control.start("asha", "checked.entries.poll");
        await().atMost(PATIENCE).until(() -> broker.waiting("checked") == 0);
    }

    private List<Finding> check(String portal) {
        Map<String, String> known = new HashMap<>(settings);
        known.put(Connectors.PSEUDONYM_KEY, "a key for tests alone");
        return new LayerCheck(AsOfClock.fixed(TestHub.AS_OF), each -> new Pace(null))
                .check(Connectors.read(folder.resolve("connectors").resolve(portal), Settings.of(known)));
    }

    private static Message bytes(BytesMessage message, String content) {
        try {
            message.writeBytes(content.getBytes(StandardCharsets.UTF_8));
            return message;
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage());
        }
    }

    private static Message property(Message message, String name, String value) {
        try {
            message.setStringProperty(name, value);
            return message;
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage());
        }
    }

    private void declare(String portal, String url, String queue, String password, String more) throws IOException {
        Path connector = Files.createDirectories(folder.resolve("connectors").resolve(portal));
        String shape = !more.contains("xml") ? "" : "    response: births\n    records: entry\n";
        Files.writeString(
                connector.resolve("connector.yaml"),
                """
                title: {en: Births, hi: जन्म}
                owner: Registrar of Births
                jms:
                  url: %s
                  auth: {username: portal.user, password: %s}
                  timeout: %s
                  largest: 5KB
                %s
                streams:
                  entries:
                    queue: %s
                %s
                    key: no
                    version: changed
                    into: case
                    type: birth-entry
                    place: {district: district}
                    fields: {registered: moment(registered), status: code(status)}
                    codes:
                      status: {OPEN: pending}
                """
                        .formatted(
                                url,
                                password,
                                portal.endsWith("-silent") ? "1s" : "20s",
                                more,
                                queue,
                                shape.stripTrailing()));
    }
}
