package in.sangam.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sangam.sandbox.home.SandboxDatabases;
import in.sangam.sandbox.home.SandboxFolder;
import in.sangam.sandbox.shape.Shaping;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The portals, running for real on a small fill: once for all tests of a JVM. */
public final class RunningSandbox {

    private static final JsonMapper JSON = new JsonMapper();
    private static RunningSandbox running;

    private final SandboxDatabases databases;
    private final Properties addresses;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningSandbox() throws Exception {
        Path home = Files.createTempDirectory("sandbox");
        SandboxFolder folder = SandboxFolder.take(home).orElseThrow();
        databases = SandboxDatabases.open(folder);
        Shaping.fill(databases.tables(), FilledSandbox.AS_OF, FilledSandbox.SEED, 0.03, line -> {});
        Sandbox sandbox = new Sandbox(folder, databases.tables(), 0, 0);
        addresses = sandbox.addresses();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            sandbox.close();
            databases.close();
            folder.close();
        }));
    }

    public static synchronized RunningSandbox get() throws Exception {
        if (running == null) {
            running = new RunningSandbox();
        }
        return running;
    }

    public String address(String name) {
        return addresses.getProperty(name);
    }

    /** The tables behind the portals, as their owner. */
    public DataSource owner() {
        return databases.tables().portals();
    }

    public HttpResponse<String> rtps(String pathAndQuery) throws Exception {
        return ask("GET", address("rtps.url") + pathAndQuery, "Authorization", "Bearer " + address("rtps.token"));
    }

    public HttpResponse<String> cpgrams(String query) throws Exception {
        return ask("GET", address("cpgrams.url") + "/api/grievances" + query, "X-API-Key", address("cpgrams.key"));
    }

    public HttpResponse<String> dashboard(String path) throws Exception {
        return ask(
                "GET", address("cm-dashboard.url") + path, "Authorization", "Bearer " + address("cm-dashboard.token"));
    }

    public HttpResponse<String> publish(String key, String body) throws Exception {
        return post("cm-dashboard.url", "/api/v1/kpi-values", key, body, "Authorization", bearer("cm-dashboard.token"));
    }

    /** Returns the POP score of a post to the mission. */
    public HttpResponse<String> score(String key, String body) throws Exception {
        return post(
                "vikas-mission.url", "/api/v1/pop-scores", key, body, "Authorization", bearer("vikas-mission.token"));
    }

    /** Files a complaint for a case of another portal. */
    public HttpResponse<String> file(String key, String body) throws Exception {
        return post(
                "lok-shikayat.filing.url",
                "/complaints",
                key,
                body,
                "Authorization",
                bearer("lok-shikayat.filing.token"));
    }

    /** Reports what was done about a grievance. */
    public HttpResponse<String> act(String key, String body) throws Exception {
        return post("cpgrams.url", "/api/actions", key, body, "X-API-Key", address("cpgrams.key"));
    }

    private HttpResponse<String> post(
            String url, String path, String key, String body, String header, String credential) throws Exception {
        return send("POST", address(url) + path, body, header, credential, "Idempotency-Key", key);
    }

    private String bearer(String token) {
        return "Bearer " + address(token);
    }

    public HttpResponse<String> control(String method, String path, String body) throws Exception {
        return send(method, address("control.url") + path, body, "Authorization", "Bearer " + address("control.token"));
    }

    /** Switches a fault on, and fails when the control API refuses. */
    public void fault(String portal, String fault, int times) throws Exception {
        String body = "{\"portal\":\"%s\",\"fault\":\"%s\",\"times\":%d}".formatted(portal, fault, times);
        HttpResponse<String> answer = control("POST", "/faults", body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    public void clearFaults() throws Exception {
        control("DELETE", "/faults", "");
    }

    public HttpResponse<String> ask(String method, String url, String... headers) throws Exception {
        return send(method, url, "", headers);
    }

    public HttpResponse<String> send(String method, String url, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** Walks RTPS pages from a path to the end and returns all rows; looks at each page on the way. */
    public List<JsonNode> walk(String pathAndQuery, Consumer<JsonNode> eachPage) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        HttpResponse<String> answer = rtps(pathAndQuery);
        while (true) {
            JsonNode page = json(answer);
            page.get("data").forEach(rows::add);
            eachPage.accept(page);
            if (page.get("next").isNull()) {
                return rows;
            }
            answer = ask("GET", page.get("next").textValue(), "Authorization", "Bearer " + address("rtps.token"));
        }
    }
}
