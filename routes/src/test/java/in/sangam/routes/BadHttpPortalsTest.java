package in.sangam.routes;

import static in.sangam.routes.Registers.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsServer;
import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which an HTTP portal may misbehave, all at once in one hub, beside one portal that is well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadHttpPortalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PLAIN = "path: /entries\nrecords: $.data\n";
    private static final byte[] GOOD = ("{\"data\":[" + rows(0, 7) + "]}").getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private Portal portal;
    private Portal elsewhere;
    private Registers registers;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        portal = Portal.answering(this::answer);
        elsewhere = Portal.answering(request -> Answer.json(new String(GOOD, StandardCharsets.UTF_8)));
        registers = new Registers(folder);
        String head = "Content-Type: application/json\r\nConnection: close";
        raw("slow-body", RawPortal.behaving((request, connection, out) -> {
            out.write(("HTTP/1.1 200 OK\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            drip(out, GOOD);
        }));
        raw("slow-head", RawPortal.behaving((request, connection, out) -> {
            drip(out, ("HTTP/1.1 200 OK\r\nX-Slow: " + "x".repeat(200)).getBytes(StandardCharsets.US_ASCII));
        }));
        raw("reset", RawPortal.behaving((request, connection, out) -> {
            out.write(("HTTP/1.1 200 OK\r\n" + head + "\r\nContent-Length: 90000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            connection.setSoLinger(true, 0);
        }));
        raw("cut", RawPortal.sending(head + "\r\nContent-Length: 90000", GOOD));
        raw("cut-unnoticed", RawPortal.sending(head, Arrays.copyOf(GOOD, GOOD.length - 9)));
        raw("endless", "largest: 1MB", RawPortal.behaving((request, connection, out) -> {
            out.write(("HTTP/1.1 200 OK\r\n" + head + "\r\n\r\n[").getBytes(StandardCharsets.US_ASCII));
            while (!connection.isClosed()) {
                out.write(GOOD);
                out.write(',');
            }
        }));
        raw("gzip-bomb", "largest: 1MB", RawPortal.sending(head + "\r\nContent-Encoding: gzip", zeros()));
        byte[] packed = packed(GOOD);
        raw(
                "gzip-cut",
                RawPortal.sending(head + "\r\nContent-Encoding: gzip", Arrays.copyOf(packed, packed.length / 2)));
        raw("gzip-none", RawPortal.sending(head + "\r\nContent-Encoding: gzip", GOOD));
        served("teapot", "");
        served("no-content", "");
        served("retyped", "");
        served("html", "");
        served("redirect", "");
        served("loop", "page: {next: $.next}");
        served("repeats", "page: {next: $.next}");
        served("foreign", "page: {next: $.next}");
        served("wrong-password", "auth: {username: wrong-password.user, password: wrong-password.word}");
        served(
                "no-token",
                "auth: {oauth2: {tokenUrl: \"" + portal.url()
                        + "/none\", clientId: no-token.id, clientSecret: no-token.secret}}");
        registers.declare(
                "skips", at("skips") + "\npage: {total: $.total, size: 3}", PLAIN + "query: {skip: \"{offset}\"}");
        registers.declare("renamed", at("renamed"), PLAIN);
        xml("entity");
        xml("bomb");
        xml("deep");
        registers.declare("metadata", "url: http://169.254.169.254/latest", PLAIN);
        registers.declare("metadata-number", "url: http://2852039166/latest", PLAIN);
        registers.declare("link-local", "url: \"http://[fe80::1]:80/x\"", PLAIN);
        registers.declare("nobody", "url: http://no-such-name.invalid/x", PLAIN);
        Certificates certificates = new Certificates(Files.createDirectories(folder.resolve("certificates")));
        certificates.issue("expired", 9);
        certificates.issue("unknown", 1);
        Path expired = https("expired", certificates, "\ntrust: contract/authority.pem");
        Files.createDirectories(expired.resolve("contract"));
        Files.copy(certificates.authority(), expired.resolve("contract/authority.pem"));
        https("unknown", certificates, "");
        served("well", "");
        database = HubDatabase.migrated();
        hub = new TestHub(
                        folder,
                        database,
                        Map.of(
                                "wrong-password.user",
                                "asha",
                                "wrong-password.word",
                                "no",
                                "no-token.id",
                                "hub",
                                "no-token.secret",
                                "s"))
                .start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
        elsewhere.close();
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "slow-body, failing TIMEOUT, within",
        "slow-head, failing TIMEOUT, within",
        "reset, failing UNREACHABLE, broke the connection before its answer was whole",
        "cut, failing UNREACHABLE, broke the connection before its answer was whole",
        "cut-unnoticed, stalled UNREADABLE_TRUNCATED, ends in the middle",
        "endless, stalled UNREADABLE_TOO_LARGE, larger than 1 MB",
        "gzip-bomb, stalled UNREADABLE_TOO_LARGE, larger than 1 MB",
        "gzip-cut, failing UNREACHABLE, broke the connection before its answer was whole",
        "gzip-none, failing PORTAL_ERROR, gzip",
        "teapot, failing REQUEST_REFUSED, HTTP 418",
        "no-content, stalled UNREADABLE_EMPTY, empty",
        "retyped, stalled UNREADABLE_NO_RECORDS, $.data",
        "html, stalled UNREADABLE_HTML, HTML",
        "redirect, failing REQUEST_REFUSED, which is not followed",
        "loop, stalled PAGE_REPEATS, same page twice",
        "repeats, stalled PAGE_REPEATS, same page twice",
        "skips, stalled UNREADABLE_MISSING_ROWS, says that there are 7 rows but gives only 4",
        "foreign, stalled UNREADABLE_FOREIGN_NEXT, another server",
        "wrong-password, failing WRONG_CREDENTIAL, wrong-password.word",
        "no-token, failing WRONG_CREDENTIAL, no-token.secret",
        "renamed, stalled UNREADABLE_NO_RECORDS, $.data",
        "entity, stalled UNREADABLE_DOCTYPE, document type",
        "bomb, stalled UNREADABLE_DOCTYPE, document type",
        "deep, stalled UNREADABLE_TOO_DEEP, deep",
        "metadata, failing ADDRESS_REFUSED, never calls",
        "metadata-number, failing ADDRESS_REFUSED, never calls",
        "link-local, failing ADDRESS_REFUSED, never calls",
        "nobody, failing UNREACHABLE, name service",
        "expired, failing UNTRUSTED, has expired",
        "unknown, failing UNTRUSTED, does not trust"
    })
    void what_is_wrong_is_named_and_nothing_is_taken_for_good(String name, String health, String sentence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(name)).isEqualTo(health));
        assertThat(database.texts("select error_message from hub.stream_health where portal = '" + name + "'"))
                .first()
                .asString()
                .contains(sentence);
        assertThat(database.count("select count(*) from hub.cursor where portal = '" + name + "'"))
                .as("a cursor that moved")
                .isEqualTo(name.equals("repeats") || name.equals("loop") ? 1 : 0);
    }

    @Test
    void the_portal_that_is_well_is_read_as_if_it_were_alone() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.health("well")).isEqualTo("ok ");
            assertThat(hub.stored("well")).hasSize(7);
        });
    }

    @Test
    void no_call_ever_leaves_for_where_a_portal_sends_it() {
        for (String name : List.of("redirect", "foreign", "entity")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(hub.health(name)).isNotEmpty());
        }
        assertThat(elsewhere.requests()).isEmpty();
    }

    private Answer answer(Request request) {
        String name = request.path().split("/")[1];
        String self = portal.url() + "/" + name + "/entries?";
        String good = new String(GOOD, StandardCharsets.UTF_8);
        return switch (name) {
            case "html" -> new Answer(200, "text/html", "<!DOCTYPE html><html><body>Login</body></html>", Map.of());
            case "teapot" -> Answer.of(418);
            case "no-content" -> new Answer(204, "application/json", "", Map.of());
            case "retyped" -> Answer.json("{\"data\":{\"0\":" + Registers.row(0) + "}}");
            case "redirect" -> Answer.of(302).with("Location", elsewhere.url());
            case "loop" -> page(number(request), 3, self + "from=" + (number(request) + 3) % 6);
            case "repeats" -> page(0, 3, self + "from=" + answers.incrementAndGet());
            case "foreign" -> page(0, 0, elsewhere.url() + "/entries");
            case "skips" -> {
                int skip = number(request);
                yield Answer.json(
                        "{\"total\":7,\"data\":[" + (skip == 0 ? rows(0, 3) : skip == 3 ? rows(6, 7) : "") + "]}");
            }
            case "renamed" -> Answer.json(good.replace("\"data\"", "\"rows\""));
            case "entity" ->
                Answer.xml("<!DOCTYPE entries [<!ENTITY x SYSTEM \"" + elsewhere.url()
                        + "/secret\">]><entries><entry><no>&x;</no></entry></entries>");
            case "bomb" ->
                Answer.xml("<!DOCTYPE entries [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;\">]><entries><entry><no>&c;</no></entry></entries>");
            case "deep" ->
                Answer.xml("<entries><entry>" + "<a>".repeat(900) + "</a>".repeat(900) + "</entry></entries>");
            case "well" -> Answer.json(good);
            default -> Answer.of(401);
        };
    }

    private static Answer page(int from, int size, String next) {
        return Answer.json("{\"data\":[" + rows(from, from + size) + "],\"next\":\"" + next + "\"}");
    }

    private static int number(Request request) {
        String digits = request.query().replaceAll(".*(?:from|skip)=(\\d+).*", "$1");
        return digits.matches("\\d+") ? Integer.parseInt(digits) : 0;
    }

    private String at(String name) {
        return "url: " + portal.url() + "/" + name;
    }

    private void served(String name, String more) throws Exception {
        registers.declare(name, at(name) + "\n" + more, PLAIN);
    }

    private void xml(String name) throws Exception {
        registers.declare(name, at(name) + "\nformat: xml", "path: /entries\nresponse: entries\nrecords: entry");
    }

    private void raw(String name, RawPortal raw) throws Exception {
        raw(name, "", raw);
    }

    private void raw(String name, String more, RawPortal raw) throws Exception {
        opened.add(raw);
        registers.declare(name, "url: " + raw.url() + "\n" + more, PLAIN);
    }

    private Path https(String name, Certificates certificates, String more) throws Exception {
        HttpsServer server = certificates.serve(name, new String(GOOD, StandardCharsets.UTF_8));
        opened.add(() -> server.stop(0));
        return registers.declare(
                name, "url: https://127.0.0.1:" + server.getAddress().getPort() + more, PLAIN);
    }

    /** One byte now and then: never so slow that the socket's own time-out would notice. */
    private static void drip(java.io.OutputStream out, byte[] bytes) throws Exception {
        for (byte each : bytes) {
            out.write(each);
            out.flush();
            Thread.sleep(200);
        }
    }

    private static byte[] packed(byte[] content) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zeros() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write('[');
            gzip.write(new byte[64 * 1024 * 1024]);
        }
        return packed.toByteArray();
    }
}
