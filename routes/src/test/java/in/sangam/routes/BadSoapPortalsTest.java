package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsServer;
import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** Every way in which a SOAP portal may misbehave, all at once in one hub, beside one portal that is well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadSoapPortalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final byte[] GOOD = envelope(order(1)).getBytes(StandardCharsets.UTF_8);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n";

    @TempDir
    static Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Portal portal;
    private Portal elsewhere;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        portal = Portal.answering(this::answer);
        elsewhere = Portal.answering(request -> Answer.of(200));
        opened.add(portal);
        opened.add(elsewhere);
        raw("silent", (request, connection, out) -> connection.getInputStream().read());
        raw("slow-body", (request, connection, out) -> {
            write(out, HEAD + "\r\n");
            drip(out, GOOD);
        });
        raw(
                "slow-head",
                (request, connection, out) -> drip(
                        out, ("HTTP/1.1 200 OK\r\nX-Slow: " + "x".repeat(200)).getBytes(StandardCharsets.US_ASCII)));
        raw("reset", (request, connection, out) -> {
            write(out, HEAD + "Content-Length: 90000\r\n\r\n<");
            connection.setSoLinger(true, 0);
        });
        raw("cut", (request, connection, out) -> {
            write(out, HEAD + "Content-Length: 90000\r\n\r\n");
            out.write(GOOD);
        });
        raw("endless", (request, connection, out) -> {
            write(out, HEAD + "\r\n<a>");
            while (!connection.isClosed()) {
                out.write(GOOD);
            }
        });
        for (String each : List.of("well", "entity", "bomb", "deep", "repeats", "renamed")) {
            declare(each, portal.url() + "/" + each);
        }
        Certificates certificates = new Certificates(Files.createDirectories(folder.resolve("certificates")));
        certificates.issue("expired", 9);
        HttpsServer secured = certificates.serve("expired", new String(GOOD, StandardCharsets.UTF_8));
        opened.add(() -> secured.stop(0));
        Path expired =
                declare("expired", "https://127.0.0.1:" + secured.getAddress().getPort() + "/");
        Files.copy(certificates.authority(), expired.resolve("contract/authority.pem"));
        Path manifest = expired.resolve("connector.yaml");
        Files.writeString(
                manifest, Files.readString(manifest).replace("size: 2", "size: 2\n  trust: contract/authority.pem"));
        database = HubDatabase.migrated();
        opened.add(database);
        hub = new TestHub(folder, database, settings).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "silent, failing TIMEOUT, within",
        "slow-body, failing TIMEOUT, within",
        "slow-head, failing TIMEOUT, within",
        "reset, failing UNREACHABLE, broke the connection before its answer was whole",
        "cut, failing UNREACHABLE, broke the connection before its answer was whole",
        "endless, stalled UNREADABLE_TOO_LARGE, larger than 1 MB",
        "entity, stalled UNREADABLE_DOCTYPE, document type",
        "bomb, stalled UNREADABLE_DOCTYPE, document type",
        "deep, stalled UNREADABLE_TOO_DEEP, deep",
        "renamed, stalled UNREADABLE_NO_RECORDS, GetOrdersResponse",
        "repeats, stalled PAGE_REPEATS, same page twice",
        "expired, failing UNTRUSTED, has expired"
    })
    void what_is_wrong_is_named_and_nothing_is_taken_for_good(String name, String health, String sentence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(name)).isEqualTo(health));
        assertThat(database.texts("select error_message from hub.stream_health where portal = '" + name + "'"))
                .first()
                .asString()
                .contains(sentence);
        if (!name.equals("repeats")) {
            assertThat(hub.stored(name)).isEmpty();
        }
        assertThat(elsewhere.requests()).as("calls that an entity asks for").isEmpty();
    }

    @Test
    void the_portal_that_is_well_is_read_as_if_it_were_alone() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.health("well")).isEqualTo("ok ");
            assertThat(hub.stored("well")).hasSize(1);
        });
    }

    private Answer answer(Request request) {
        String good = new String(GOOD, StandardCharsets.UTF_8);
        return switch (request.path().substring(1)) {
            case "entity" ->
                Answer.xml("<!DOCTYPE x [<!ENTITY x SYSTEM \"" + elsewhere.url() + "/secret\">]>"
                        + good.replace("Gaya", "&x;"));
            case "bomb" ->
                Answer.xml("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + good.replace("Gaya", "&c;"));
            case "deep" -> Answer.xml(good.replace("Gaya", "<a>".repeat(900) + "</a>".repeat(900)));
            case "repeats" -> Answer.xml(envelope(order(1) + "<nextKey>again</nextKey>"));
            case "renamed" -> Answer.xml(good.replace("GetOrdersResponse", "FetchOrdersResponse"));
            default -> Answer.xml(good);
        };
    }

    static String envelope(String content) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                + "<GetOrdersResponse xmlns='urn:pensions:1'>" + content + "</GetOrdersResponse></s:Body></s:Envelope>";
    }

    private static String order(int no) {
        return "<Order><orderNo>P-" + no + "</orderNo><district>Gaya</district><registeredOn>2026-10-01</registeredOn>"
                + "<status>OPEN</status><changedAt>2026-10-02T10:00:01+05:30</changedAt></Order>";
    }

    private void raw(String name, RawPortal.Behaviour behaviour) throws IOException {
        RawPortal raw = RawPortal.behaving((request, connection, out) -> {
            // Whoever is reset before it has sent its body would hear of nothing else.
            connection.getInputStream().skip(connection.getInputStream().available());
            behaviour.answer(request, connection, out);
        });
        opened.add(raw);
        declare(name, raw.url() + "/");
    }

    private Path declare(String name, String url) throws IOException {
        return new PensionConnectors(folder, settings)
                .declare(name, url, manifest -> manifest.replace("timeout: 3s", "timeout: 2s\n  largest: 1MB"));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** One byte now and then: never so slow that the socket's own time-out would notice. */
    private static void drip(OutputStream out, byte[] bytes) throws Exception {
        for (byte each : bytes) {
            out.write(each);
            out.flush();
            Thread.sleep(200);
        }
    }
}
