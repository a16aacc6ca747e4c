package in.sangam.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageHead;
import in.sangam.core.page.Rejection;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import in.sangam.feeds.quarantine.CodeWords;
import in.sangam.store.DeltaFolder;
import in.sangam.store.PageStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The feeds on a real server and a real database, filled through the store with records of an invented portal. */
final class TestHub implements AutoCloseable {

    static final Instant AS_OF = Instant.parse("2026-10-31T12:30:00Z");
    static final Path CONFIG = Path.of("src/test/resources/config");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HikariDataSource database = TestDatabase.fresh();
    private final HubConfig config;
    private final PageStore store;
    private final DeltaFolder folder = new DeltaFolder(database);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final int port;
    private int pages;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(FeedsConfiguration.class)
    static class Program {

        static final ThreadLocal<TestHub> HUB = new ThreadLocal<>();

        @Bean
        DataSource database() {
            return HUB.get().database;
        }

        @Bean
        HubConfig config() {
            return HUB.get().config;
        }

        @Bean
        AsOfClock clock() {
            return AsOfClock.fixed(AS_OF);
        }

        @Bean
        UnreadableDesk unreadable() {
            return new DeskWithoutVault(HUB.get().database);
        }

        /** No portal is really connected to this hub. */
        @Bean
        ConnectorDesk connectorDesk() {
            return new NobodysDesk();
        }

        @Bean
        TestLogin login() {
            return new TestLogin();
        }

        @Bean
        CodeWords words() {
            return (portal, stream, table) ->
                    table.equals("status") ? new TreeSet<>(List.of("disposed", "pending")) : new TreeSet<>();
        }

        @Bean
        FeedSettings settings() {
            ConnectedPortal alpha = new ConnectedPortal(
                    "alpha",
                    "Alpha permits",
                    "अल्फा अनुज्ञा",
                    "Department of Permits",
                    List.of(
                            new ConnectedPortal.Stream("permits", Duration.ofMinutes(30)),
                            new ConnectedPortal.Stream("totals", null)),
                    List.of());
            ConnectedPortal board = new ConnectedPortal(
                    "board", "Notice board", "सूचना पट्ट", "Department of Notices", List.of(), List.of("board.values"));
            return new FeedSettings(true, () -> List.of(alpha, board), CONFIG.resolve("places/tile-grid.csv"));
        }
    }

    TestHub() {
        this(CONFIG);
    }

    TestHub(Path folder) {
        config = HubConfig.load(folder);
        store = new PageStore(database, config.measures());
        Program.HUB.set(this);
        try {
            context = SpringApplication.run(
                    Program.class, "--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off");
        } finally {
            Program.HUB.remove();
        }
        port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    HikariDataSource database() {
        return database;
    }

    HubConfig config() {
        return config;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stores one page of records and folds it. */
    void store(CanonicalRecord... records) {
        store(List.of(records), List.of());
    }

    void store(List<CanonicalRecord> records, List<Rejection> rejections) {
        String stream = records.isEmpty() ? "permits" : records.get(0).key().stream();
        String id = "page-" + ++pages;
        PageHead head = new PageHead(
                id,
                "alpha",
                stream,
                "ab".repeat(32),
                "2026-10-01",
                "2026-10-31",
                Instant.parse("2026-10-31T10:00:00Z").plusSeconds(pages),
                "cd".repeat(32));
        store.store(new NormalisedPage(head, records, rejections));
        folder.fold();
    }

    static CanonicalRecord permit(String id, String place, String registered, @Nullable String disposed) {
        return permit(id, 1, place, registered, disposed);
    }

    /** A permit with the due date that the rule of the test configuration gives: ten days. */
    static CanonicalRecord permit(String id, long version, String place, String registered, @Nullable String disposed) {
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("service", "S1");
        fields.put("registered", registered);
        fields.put("due", LocalDate.parse(registered).plusDays(10).toString());
        fields.put("status", disposed == null ? "pending" : "disposed");
        if (disposed != null) {
            fields.put("disposed", disposed);
        }
        return new CanonicalRecord(
                new RecordKey("alpha", "permits", id),
                new Version(Long.toString(version), version),
                Kind.CASE,
                "permit",
                place,
                fields,
                new TreeMap<>());
    }

    static CanonicalRecord total(String place, String day, int received, int disposed, int pending) {
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("day", day);
        fields.put("service", "S1");
        fields.put("received", String.valueOf(received));
        fields.put("disposed", String.valueOf(disposed));
        fields.put("pending", String.valueOf(pending));
        return new CanonicalRecord(
                new RecordKey("alpha", "totals", day + "/S1/" + place),
                new Version("1", 1),
                Kind.CONTROL_TOTAL,
                "control-total",
                place,
                fields,
                new TreeMap<>());
    }

    static Rejection rejection(int row, String field, String value) {
        return new Rejection(
                row,
                "P/2026/" + row,
                field,
                Rejection.Reason.UNMAPPED_PLACE,
                "No district is called " + value + ": map it once",
                List.of("101"),
                JsonNodeFactory.instance.objectNode().put("no", "P/2026/" + row).put(field, value));
    }

    JsonNode json(String path) {
        try {
            return JSON.readTree(get(path).body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    HttpResponse<String> post(String path, String json) {
        return post(path, json, "application/json", TestLogin.HEADER, "unknown");
    }

    private HttpResponse<String> post(String path, String body, String type, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .headers(headers)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    /** Sends a form as a login does in a browser; fields are pairs of name and value. */
    HttpResponse<String> form(String path, String login, String... fields) {
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return post(path, body.toString(), "application/x-www-form-urlencoded", TestLogin.HEADER, login);
    }

    HttpResponse<byte[]> bytes(String path) {
        return send(path, HttpResponse.BodyHandlers.ofByteArray());
    }

    <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
