package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.Portal.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that are hostile, or cut off, each before a good one: it stays at the portal with its cause, and the good one is taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadMessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private Portal elsewhere;
    private PortalBroker broker;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        elsewhere = Portal.answering(request -> Answer.of(200));
        broker = new PortalBroker("entity", "bomb", "deep", "cut-xml", "renamed", "cut", "marked", "retyped");
        String doctype = "<!DOCTYPE births [<!ENTITY x SYSTEM \"" + elsewhere.url() + "/secret\">%s]>"
                + "<births><entry><no>&%s;</no></entry></births>";
        xml("entity", doctype.formatted("", "x"));
        xml("bomb", doctype.formatted("<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">", "b"));
        xml("deep", "<births><entry>" + "<a>".repeat(900) + "</a>".repeat(900) + "</entry></births>");
        xml("cut-xml", "<births>" + Registers.xmlRows(0, 2) + "<entry><no>B/3</n");
        xml("renamed", "<deaths>" + Registers.xmlRows(0, 2) + "</deaths>");
        json("cut", "[" + Registers.rows(0, 2).substring(0, 150));
        json("marked", "<births>" + Registers.xmlRows(0, 2) + "</births>");
        json("retyped", "42");
        database = HubDatabase.migrated();
        hub = new TestHub(
                        folder, database, Map.of("jms.user", PortalBroker.USER, "jms.password", PortalBroker.PASSWORD))
                .start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        broker.close();
        database.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @CsvSource({
        "entity, DOCTYPE, document type",
        "bomb, DOCTYPE, document type",
        "deep, TOO_DEEP, deep",
        "cut-xml, TRUNCATED, well-formed",
        "renamed, NO_RECORDS, births",
        "cut, TRUNCATED, ends in the middle",
        "marked, HTML, XML where JSON was expected",
        "retyped, NO_RECORDS, record"
    })
    void it_stays_with_its_cause_and_the_good_one_behind_it_is_taken(String portal, String cause, String sentence)
            throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored(portal)).singleElement().asString().startsWith("B/9 ");
            assertThat(database.texts("select cause from hub.unreadable_page where portal = '" + portal + "'"))
                    .containsExactly(cause);
            assertThat(hub.health(portal)).isEqualTo("stalled UNREADABLE_" + cause);
        });
        assertThat(database.texts("select error_message from hub.stream_health where portal = '" + portal + "'"))
                .first()
                .asString()
                .contains(sentence);
        assertThat(broker.waiting(portal)).isEqualTo(1);
        assertThat(elsewhere.requests()).as("calls that an entity asks for").isEmpty();
    }

    private void xml(String portal, String bad) throws Exception {
        declare(portal, "tcp", "\n  format: xml", "\nresponse: births\nrecords: entry");
        broker.send("tcp", portal, bad);
        broker.send("tcp", portal, "<births>" + Registers.xmlRows(9, 10) + "</births>");
    }

    private void json(String portal, String bad) throws Exception {
        declare(portal, "amqp", "", "");
        broker.send("amqp", portal, bad);
        broker.send("amqp", portal, Registers.row(9));
    }

    private void declare(String portal, String protocol, String format, String shape) throws Exception {
        new Manifests(folder)
                .declare(
                        portal,
                        "jms:\n  url: " + broker.url(protocol)
                                + "\n  auth: {username: jms.user, password: jms.password}" + format,
                        "queue: " + portal + "\nversion: changed" + shape);
    }
}
