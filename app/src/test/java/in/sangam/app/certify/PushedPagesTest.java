package in.sangam.app.certify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.core.config.HubConfig;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.routes.push.PushEntrance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A portal that calls the hub, over real HTTP, with all that such a portal, or somebody in its place, does wrong. */
class PushedPagesTest {

    private static final String SECRET = "a secret of the parks";
    private static final String NEXT = "whsec_" + Base64.getEncoder().encodeToString("the one to come".getBytes());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MANIFEST =
            """
            title: {en: Parks, hi: उद्यान}
            owner: Parks
            push:
              auth: {secret: parks.secret, next: parks.next-secret}
              largest: 64KB
            streams:
              permits:
                records: $.permits
                key: no
                version: changed
                into: case
                type: permit
                mask: [name]
                place: {district: district}
                fields: {registered: moment(registered), status: code(status)}
                codes: {status: {OPEN: pending}}
            """;

    @TempDir
    static Path folder;

    private static CertificationHub hub;
    private static HikariDataSource database;
    private static CertificationLane lane;
    private static CertificationLane.Running running;
    private static ConfigurableApplicationContext web;
    private static HttpClient http;
    private static String url;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @ComponentScan("in.sangam.app.push")
    static class Server {}

    @BeforeAll
    static void start() throws Exception {
        Path parks = Files.createDirectories(folder.resolve("parks"));
        Files.writeString(parks.resolve("connector.yaml"), MANIFEST);
        hub = new CertificationHub(HubConfig.load(Path.of("../config")));
        database = hub.database();
        lane = hub.lane();
        running = lane.start(
                List.of(Connectors.read(
                        parks,
                        Settings.of(Map.of(
                                "parks.secret", SECRET, "parks.next-secret", NEXT, Connectors.PSEUDONYM_KEY, "k")))),
                database,
                Instant.parse("2026-10-31T12:30:00Z"));
        PushEntrance entrance =
                new PushEntrance(running.context(), running.routes().pushes()::largest);
        ApplicationContextInitializer<GenericApplicationContext> handOver =
                context -> context.registerBean(PushEntrance.class, () -> entrance);
        web = new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.SERVLET)
                .initializers(handOver)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .run();
        url = "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) web).getWebServer().getPort();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        web.close();
        running.close();
        lane.close();
        database.close();
        hub.close();
    }

    @Test
    void a_page_gets_its_receipt_and_its_rows_are_stored_once_however_often_it_comes() throws Exception {
        String page = page(rows("A", 3));

        HttpResponse<String> first = push("message-1", page);
        HttpResponse<String> again = push("message-1", page);

        assertThat(first.statusCode()).isEqualTo(200);
        JsonNode receipt = JSON.readTree(first.body());
        assertThat(receipt.get("rows").asInt()).isEqualTo(3);
        assertThat(receipt.get("repeated").asBoolean()).isFalse();
        assertThat(JSON.readTree(again.body()).get("receipt")).isEqualTo(receipt.get("receipt"));
        assertThat(JSON.readTree(again.body()).get("repeated").asBoolean()).isTrue();
        stored("A", 3);
        assertThat(count(
                        "select count(*) from hub.page p join hub.record r on r.page_id = p.id where r.source_id like 'A%'"
                                + " and r.revision > 1"))
                .isZero();
        assertThat(push("message-1", page(rows("A", 2)))).satisfies(other -> {
            assertThat(other.statusCode()).isEqualTo(409);
            assertThat(other.body()).contains("OTHER_CONTENT");
        });
    }

    @Test
    void either_secret_holds_while_one_is_changed_for_the_other() throws Exception {
        String page = page(rows("B", 1));
        long now = Instant.now().getEpochSecond();
        String signatures = "v1,bm8= " + signed("the one to come".getBytes(StandardCharsets.UTF_8), "m-2", now, page);

        assertThat(push("m-2", now, signatures, "application/json", page).statusCode())
                .isEqualTo(200);
        stored("B", 1);
    }

    @Test
    void one_bad_row_is_quarantined_alone() throws Exception {
        String page = page(rows("C", 2) + "," + rows("CX", 1).replace("OPEN", "LOST"));

        assertThat(push("m-3", page).statusCode()).isEqualTo(200);
        stored("C/", 2);
        Patience.until(PATIENCE, () -> count("select count(*) from hub.quarantine where source_id like 'CX%'") == 1);
        assertThat(count("select count(*) from hub.quarantine where source_id like 'CX%'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from hub.quarantine where masked_row::text like '%Sita%'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "unsigned, 401, NOT_SIGNED",
        "wrong-secret, 401, NOT_SIGNED",
        "changed-body, 401, NOT_SIGNED",
        "other-id, 401, NOT_SIGNED",
        "old, 401, TOO_OLD",
        "from-the-future, 401, TOO_OLD",
        "html, 422, HTML",
        "truncated, 422, TRUNCATED",
        "no-list, 422, NO_RECORDS",
        "too-large, 413, TOO_LARGE",
        "form, 415, NOT_JSON",
        "other-stream, 401, NOT_SIGNED"
    })
    void what_is_not_as_it_should_be_is_refused_and_nothing_of_it_is_kept(String fault, int status, String code)
            throws Exception {
        long pages = count("select count(*) from hub.pushed_message");

        HttpResponse<String> answer = push(fault);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains(code).doesNotContain(SECRET, "Sita", "Exception");
        assertThat(count("select count(*) from hub.pushed_message")).isEqualTo(pages);
    }

    @Test
    void while_an_operator_has_stopped_the_stream_the_portal_is_asked_to_come_again() throws Exception {
        running.context().getRouteController().stopRoute("parks.permits.push");
        try {
            HttpResponse<String> answer = push("m-9", page(rows("S", 1)));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            running.context().getRouteController().startRoute("parks.permits.push");
        }
        assertThat(push("m-9", page(rows("S", 1))).statusCode()).isEqualTo(200);
        stored("S", 1);
    }

    private static HttpResponse<String> push(String fault) throws Exception {
        String page = page(rows("X", 1));
        long now = Instant.now().getEpochSecond();
        String good = sign(fault, now, page);
        return switch (fault) {
            case "unsigned" -> post("/push/parks/permits", Map.of("Content-Type", "application/json"), page);
            case "wrong-secret" ->
                push(
                        fault,
                        now,
                        signed("guessed".getBytes(StandardCharsets.UTF_8), fault, now, page),
                        "application/json",
                        page);
            case "changed-body" -> push(fault, now, good, "application/json", page.replace("Patna", "Gaya"));
            case "other-id" -> push("another", now, good, "application/json", page);
            case "old" -> push(fault, now - 400, sign(fault, now - 400, page), "application/json", page);
            case "from-the-future" -> push(fault, now + 400, sign(fault, now + 400, page), "application/json", page);
            case "html" -> push(fault, "<html><body>Sita</body></html>");
            case "truncated" -> push(fault, page.substring(0, page.length() - 5));
            case "no-list" -> push(fault, page.replace("permits", "parks"));
            case "too-large" -> push(fault, page(rows("X", 2000)));
            case "form" -> push(fault, now, good, "application/x-www-form-urlencoded", page);
            default ->
                post(
                        "/push/parks/gates",
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "webhook-id",
                                fault,
                                "webhook-timestamp",
                                Long.toString(now),
                                "webhook-signature",
                                good),
                        page);
        };
    }

    private static HttpResponse<String> push(String id, String page) throws Exception {
        long now = Instant.now().getEpochSecond();
        return push(id, now, sign(id, now, page), "application/json", page);
    }

    private static HttpResponse<String> push(String id, long time, String signature, String type, String page)
            throws Exception {
        return post(
                "/push/parks/permits",
                Map.of(
                        "Content-Type",
                        type,
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(time),
                        "webhook-signature",
                        signature,
                        "CamelHttpUri",
                        "http://169.254.169.254/",
                        "operationName",
                        "delete"),
                page);
    }

    private static HttpResponse<String> post(String path, Map<String, String> headers, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String sign(String id, long time, String page) {
        return signed(SECRET.getBytes(StandardCharsets.UTF_8), id, time, page);
    }

    /** As Standard Webhooks say it, written anew here. */
    private static String signed(byte[] key, String id, long time, String page) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + time + "." + page).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String page(String rows) {
        return "{\"permits\":[" + rows + "]}";
    }

    private static String rows(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(no -> ("{'no':'%s/%d','name':'Sita Devi','district':'Patna','registered':'2026-10-01',"
                                + "'status':'OPEN','changed':'2026-10-02T10:00:00+05:30'}")
                        .formatted(prefix, no)
                        .replace('\'', '"'))
                .collect(Collectors.joining(","));
    }

    private static void stored(String prefix, long count) {
        String sql = "select count(*) from hub.record where source_id like '" + prefix + "%'";
        Patience.until(PATIENCE, () -> count(sql) == count);
        assertThat(count(sql)).isEqualTo(count);
    }

    private static long count(String sql) {
        return JdbcClient.create(database).sql(sql).query(Long.class).single();
    }
}
