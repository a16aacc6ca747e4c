package in.sangam.app.certify;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.core.config.HubConfig;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.routes.push.PushEntrance;
import java.io.IOException;
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
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
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

/** A hub to which the parks push their pages, over real HTTP, and the parks' own hand: pages, rows and signatures. */
final class PushedHub implements AutoCloseable {

    static final String SECRET = "a secret of the parks";
    private static final String NEXT = "whsec_" + Base64.getEncoder().encodeToString("the one to come".getBytes());
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MANIFEST =
            """
            title: {en: Parks, hi: उद्यान}
            owner: Parks
            push:
              auth: {secret: parks.secret, next: parks.next-secret}
              largest: 128KB
              timeout: 2s
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

    final CertificationLane.Running running;
    private final CertificationHub hub;
    private final HikariDataSource database;
    private final CertificationLane lane;
    private final ConfigurableApplicationContext web;
    private final HttpClient http = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @ComponentScan("in.sangam.app.push")
    static class Server {}

    /** Starts a hub whose connectors lie in an empty folder. */
    PushedHub(Path folder) throws IOException {
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
                new PushEntrance(running.context(), running.routes().pushes()::bounds);
        ApplicationContextInitializer<GenericApplicationContext> handOver =
                context -> context.registerBean(PushEntrance.class, () -> entrance);
        web = new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.SERVLET)
                .initializers(handOver)
                .properties("server.address=127.0.0.1", "spring.main.banner-mode=off")
                .run("--server.port=0", "--server.tomcat.threads.max=4", "--server.tomcat.connection-timeout=3s");
    }

    int port() {
        return ((ServletWebServerApplicationContext) web).getWebServer().getPort();
    }

    @Override
    public void close() {
        web.close();
        running.close();
        lane.close();
        database.close();
        hub.close();
    }

    HttpResponse<String> push(String id, String page) throws Exception {
        long now = Instant.now().getEpochSecond();
        return push(id, now, sign(id, now, page), "application/json", page);
    }

    HttpResponse<String> push(String id, long time, String signature, String type, String page) throws Exception {
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

    HttpResponse<String> post(String path, Map<String, String> headers, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static String sign(String id, long time, String page) {
        return signed(SECRET.getBytes(StandardCharsets.UTF_8), id, time, page);
    }

    /** As Standard Webhooks say it, written anew here. */
    static String signed(byte[] key, String id, long time, String page) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + time + "." + page).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String page(String rows) {
        return "{\"permits\":[" + rows + "]}";
    }

    static String rows(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(no -> ("{'no':'%s/%d','name':'Sita Devi','district':'Patna','registered':'2026-10-01',"
                                + "'status':'OPEN','changed':'2026-10-02T10:00:00+05:30'}")
                        .formatted(prefix, no)
                        .replace('\'', '"'))
                .collect(Collectors.joining(","));
    }

    void stored(String prefix, long count) {
        String sql = "select count(*) from hub.record where source_id like '" + prefix + "%'";
        Patience.until(PATIENCE, () -> count(sql) == count);
        assertThat(count(sql)).isEqualTo(count);
    }

    long count(String sql) {
        return JdbcClient.create(database).sql(sql).query(Long.class).single();
    }
}
