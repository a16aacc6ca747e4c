package in.sangam.routes;

import static in.sangam.routes.Registers.rows;
import static in.sangam.routes.Registers.xmlRows;
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
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way of paging, every credential and every kind of body by which an HTTP portal may give its rows; one hub polls all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpPortalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PLAIN = "path: /entries\nrecords: $.data\n";

    @TempDir
    static Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private final AtomicInteger tokensGiven = new AtomicInteger();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private Portal portal;
    private RawPortal packed;
    private HttpsServer trusted;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        portal = Portal.answering(this::answer);
        packed = RawPortal.sending(
                "Content-Type: application/json\r\nContent-Encoding: gzip\r\nConnection: close",
                gzip("{\"data\":[" + rows(0, 7) + "]}"));
        Certificates certificates = new Certificates(Files.createDirectories(folder.resolve("certificates")));
        certificates.issue("good", 1);
        trusted = certificates.serve("good", "{\"data\":[" + rows(0, 7) + "]}");

        Registers registers = new Registers(folder);
        registers.declare("by-next", at("by-next", "page: {next: $.meta.next}"), PLAIN);
        registers.declare("by-link", at("by-link", "page: {link: next}"), PLAIN);
        registers.declare(
                "by-offset", at("by-offset", "page: {total: $.total, size: 3}"), PLAIN + "query: {skip: \"{offset}\"}");
        registers.declare(
                "by-number",
                at("by-number", "page: {by: number, first: 0, size: 3}"),
                PLAIN + "query: {page: \"{page}\"}");
        registers.declare(
                "in-xml",
                at("in-xml", "format: xml\npage: {next: more}"),
                "path: /entries\nresponse: entries\nrecords: entry");
        registers.declare("in-gzip", "url: " + packed.url(), PLAIN);
        registers.declare(
                "by-basic", at("by-basic", "auth: {username: by-basic.user, password: by-basic.word}"), PLAIN);
        registers.declare(
                "by-query-key", at("by-query-key", "auth: {apiKey: by-query-key.key, query: api_key}"), PLAIN);
        registers.declare(
                "by-token",
                at(
                        "by-token",
                        "page: {next: $.meta.next}\nauth: {oauth2: {tokenUrl: \"" + portal.url()
                                + "/token\", clientId: by-token.id, clientSecret: by-token.secret, scope: read}}"),
                PLAIN);
        registers.declare(
                "by-signature",
                at(
                        "by-signature",
                        "auth: {hmac: {secret: by-signature.secret, key: by-signature.key, encoding: base64,"
                                + " text: \"{method} {path}?{query} {timestamp} {nonce}\", headers: {X-Sign: \"{key}:{signature}\","
                                + " X-Time: \"{timestamp}\", X-Nonce: \"{nonce}\"}}}"),
                PLAIN + "query: {since: \"{cursor}\"}");
        Path https = registers.declare(
                "own-authority",
                "url: https://127.0.0.1:" + trusted.getAddress().getPort() + "\ntrust: contract/authority.pem",
                PLAIN);
        Files.createDirectories(https.resolve("contract"));
        Files.copy(certificates.authority(), https.resolve("contract/authority.pem"));
        registers.declare("one-bad", at("one-bad", ""), PLAIN);
        settings.putAll(Map.of("by-basic.user", "asha", "by-basic.word", "पासवर्ड", "by-query-key.key", "a&b=c"));
        settings.putAll(Map.of("by-token.id", "hub:1", "by-token.secret", "s 3", "by-signature.secret", "seal"));
        settings.put("by-signature.key", "hub-1");
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, settings).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
        packed.close();
        trusted.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "by-next",
        "by-link",
        "by-offset",
        "by-number",
        "in-xml",
        "in-gzip",
        "by-basic",
        "by-query-key",
        "by-token",
        "by-signature",
        "own-authority"
    })
    void every_row_is_stored_once(String name) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.health(name)).isEqualTo("ok ");
            assertThat(hub.stored(name)).hasSize(7);
        });
    }

    @Test
    void a_token_is_asked_for_once_and_anew_when_the_portal_no_longer_takes_it() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("by-token")).hasSize(7));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        portal.requests().stream().filter(each -> each.path().startsWith("/by-token")))
                .hasSizeGreaterThan(12));
        assertThat(tokensGiven).hasValue(2);
    }

    @Test
    void no_signature_is_used_twice() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(nonces).hasSizeGreaterThan(2));
        assertThat(new HashSet<>(nonces)).hasSameSizeAs(nonces);
    }

    @Test
    void one_bad_row_in_five_hundred_harms_no_other() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("one-bad")).hasSize(499);
            assertThat(database.texts("select reason from hub.quarantine where portal = 'one-bad'"))
                    .containsExactly("UNMAPPED_CODE");
        });
    }

    private String at(String name, String more) {
        return "url: " + portal.url() + "/" + name + "\n" + more;
    }

    private Answer answer(Request request) {
        String name = request.path().split("/")[1];
        int from = number(request.query(), "from=");
        int to = Math.min(7, from + 3);
        String url = portal.url() + "/" + name + "/entries?from=" + to;
        return switch (name) {
            case "by-next" -> next(from, to, url);
            case "by-link" -> {
                Answer answer = Answer.json("{\"data\":[" + rows(from, to) + "]}");
                yield to < 7
                        ? answer.with(
                                "Link",
                                "<" + portal.url() + "/>; rel=\"first\", </by-link/entries?from=" + to
                                        + ">; title=\"a, b\"; rel=\"next last\"")
                        : answer;
            }
            case "by-offset" -> {
                int skip = number(request.query(), "skip=");
                yield Answer.json("{\"data\":[" + rows(skip, Math.min(7, skip + 3)) + "],\"total\":7}");
            }
            case "by-number" -> {
                int page = number(request.query(), "page=");
                yield Answer.json("{\"data\":[" + rows(Math.min(7, page * 3), Math.min(7, page * 3 + 3)) + "]}");
            }
            case "in-xml" ->
                Answer.xml("<r:entries xmlns:r='urn:r'>" + xmlRows(from, to)
                        + (to < 7 ? "<more>" + url + "</more>" : "") + "</r:entries>");
            case "by-basic" ->
                allow(request.header("Authorization")
                        .equals("Basic "
                                + Base64.getEncoder().encodeToString("asha:पासवर्ड".getBytes(StandardCharsets.UTF_8))));
            case "by-query-key" -> allow(request.query().contains("api_key=a&b=c"));
            case "token" -> token(request);
            case "by-token" -> byToken(request, from, to, url);
            case "by-signature" -> allow(signed(request));
            case "one-bad" ->
                Answer.json("{\"data\":[" + rows(0, 250) + "," + rows(250, 251).replace("OPEN", "LOST") + ","
                        + rows(251, 500) + "]}");
            default -> Answer.of(404);
        };
    }

    private static Answer next(int from, int to, String url) {
        return Answer.json("{\"data\":[" + rows(from, to) + "],\"meta\":{\"next\":"
                + (to < 7 ? "\"" + url + "\"" : "null") + "}}");
    }

    private static Answer allow(boolean known) {
        return known ? Answer.json("{\"data\":[" + rows(0, 7) + "]}") : Answer.of(401);
    }

    private Answer token(Request request) {
        String basic = "Basic " + Base64.getEncoder().encodeToString("hub%3A1:s+3".getBytes(StandardCharsets.UTF_8));
        if (!request.header("Authorization").equals(basic)
                || !request.body().equals("grant_type=client_credentials&scope=read")) {
            return Answer.of(401);
        }
        return Answer.json("{\"access_token\":\"t-" + tokensGiven.incrementAndGet() + "\",\"expires_in\":3600}");
    }

    /** The first token is withdrawn in the middle of the first poll. */
    private Answer byToken(Request request, int from, int to, String url) {
        boolean first = request.header("Authorization").equals("Bearer t-1") && from < 6;
        boolean second = request.header("Authorization").equals("Bearer t-2");
        return first || second ? next(from, to, url) : Answer.of(401);
    }

    private boolean signed(Request request) {
        try {
            String nonce = request.header("X-Nonce");
            String time = request.header("X-Time");
            String query =
                    "since=" + request.query().substring(6).replace(":", "%3A").replace("+", "%2B");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("seal".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] seal = mac.doFinal(("GET " + request.path() + "?" + query + " " + time + " " + nonce)
                    .getBytes(StandardCharsets.UTF_8));
            boolean recent = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time)) < 60;
            return recent
                    && nonces.add(nonce)
                    && request.header("X-Sign")
                            .equals("hub-1:" + Base64.getEncoder().encodeToString(seal));
        } catch (Exception e) {
            return false;
        }
    }

    private static int number(String query, String name) {
        int at = query.indexOf(name);
        return at < 0 ? 0 : Integer.parseInt(query.substring(at + name.length()).replaceAll("\\D.*", ""));
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
