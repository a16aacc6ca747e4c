package in.sangam.app.whole;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One filled demo at a tenth of its size, shared by all tests of this JVM and stopped with it. */
final class RunningDemo {

    static final double SCALE = 0.1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static RunningDemo shared;

    final Path data =
            Path.of("target", "it", "demo-" + ProcessHandle.current().pid()).toAbsolutePath();
    /** The hub's own copy of the connectors, for tests that change one while it runs. */
    final Path connectors = data.resolveSibling(data.getFileName() + "-connectors");

    final int port = HubProcess.freePort();
    private final HubProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningDemo() {
        delete(data);
        delete(connectors);
        shippedConnectors().forEach(each -> copy(each, connectors.resolve(each.getFileName())));
        process = HubProcess.start(
                data.resolveSibling(data.getFileName() + ".out"),
                List.of(),
                "demo",
                "--data",
                data.toString(),
                "--connectors",
                connectors.toString(),
                "--port",
                Integer.toString(port),
                "--scale",
                Double.toString(SCALE),
                "--poll",
                "2");
        Runtime.getRuntime().addShutdownHook(new Thread(process::close));
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The demo ended:\n" + process.said());
                    }
                    return process.said().contains("Sangam is ready");
                });
    }

    static synchronized RunningDemo get() {
        if (shared == null) {
            shared = new RunningDemo();
        }
        return shared;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Returns the data folder of the hub. */
    Path data() {
        return data;
    }

    /** Returns the file that this hub has the addresses and secrets of its portals from. */
    Path portals() {
        return data.resolve("sandbox/sandbox.properties");
    }

    String password(String user) {
        return HubProcess.properties(data.resolve("credentials.properties")).getProperty(user);
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return http.send(request(user, path).GET().build(), BodyHandlers.ofString());
    }

    /** Calls Jolokia as Hawtio does. */
    HttpResponse<String> jolokia(String user, String body) throws IOException, InterruptedException {
        return post(user, "/hawtio/jolokia", "application/json", body);
    }

    /** Sends a form. */
    HttpResponse<String> form(String user, String path, String form) throws IOException, InterruptedException {
        return post(user, path, "application/x-www-form-urlencoded", form);
    }

    /** Sends a POST without a body, with the token that a browser would send back. */
    HttpResponse<String> postAs(String user, String path) throws Exception {
        return post(user, path, "application/json", "");
    }

    private HttpResponse<String> post(String user, String path, String type, String body)
            throws IOException, InterruptedException {
        String cookie = get(user, "/jolokia/version").headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("XSRF-TOKEN="))
                .map(each -> each.split(";")[0])
                .findFirst()
                .orElseThrow();
        return http.send(
                request(user, path)
                        .header("Cookie", cookie)
                        .header("X-XSRF-TOKEN", cookie.substring("XSRF-TOKEN=".length()))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get("viewer", path).body());
    }

    /** Returns what the API says of a stream: state, failures, errorCode and so on. */
    JsonNode stream(String portal, String stream) throws IOException, InterruptedException {
        for (JsonNode each : json("/api/v1/connectors").get("data")) {
            if (each.get("portal").asText().equals(portal)
                    && each.get("stream").asText().equals(stream)) {
                return each;
            }
        }
        throw new AssertionError("The hub knows no stream " + portal + "." + stream);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String user, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
        if (user != null) {
            String login = user + ":" + password(user);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes()));
        }
        return request;
    }

    private static List<Path> shippedConnectors() {
        try (Stream<Path> all = Files.list(HubProcess.TOP.resolve("connectors"))) {
            return all.filter(each -> Files.exists(each.resolve("connector.yaml")))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Copies a folder over another. */
    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
