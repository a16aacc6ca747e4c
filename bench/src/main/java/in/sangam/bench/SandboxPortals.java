package in.sangam.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** The running sandbox as its control API shows it. */
public final class SandboxPortals {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path file;
    private final Properties properties = new Properties();

    /** @param data the sandbox's data folder; returns when the portals serve */
    public SandboxPortals(Path data, Child process) throws IOException, InterruptedException {
        file = data.resolve("sandbox.properties");
        Await.until(Duration.ofMinutes(3), "the sandbox portals", () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The sandbox ended:\n" + process.tail());
            }
            return Files.exists(file);
        });
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
    }

    /** An already running sandbox, whoever started it. */
    public SandboxPortals(Path propertiesFile) throws IOException {
        file = propertiesFile;
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
    }

    public Path propertiesFile() {
        return file;
    }

    /** Returns the lines of a ledger file without its header. */
    public List<String> ledger(String name) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(control("/ledger/" + name)).GET())
                .lines()
                .skip(1)
                .toList();
    }

    /** Lets a portal have some new versions and new records. */
    public void change(String portal, int count) throws IOException, InterruptedException {
        post("/changes", "{\"portal\":\"" + portal + "\",\"count\":" + count + "}");
    }

    /**
     * Switches a fault of a portal on.
     *
     * @param times how often it shows; -1 until {@link #clearFaults()}
     */
    public void fault(String portal, String fault, int times) throws IOException, InterruptedException {
        post("/faults", "{\"portal\":\"" + portal + "\",\"fault\":\"" + fault + "\",\"times\":" + times + "}");
    }

    /** Lets a portal take so long for each answer, until {@link #clearFaults()}. */
    public void slow(String portal, int seconds) throws IOException, InterruptedException {
        post(
                "/faults",
                "{\"portal\":\"" + portal + "\",\"fault\":\"slow\",\"times\":-1,\"delaySeconds\":" + seconds + "}");
    }

    /** Switches every fault of every portal off. */
    public void clearFaults() throws IOException, InterruptedException {
        call(HttpRequest.newBuilder(control("/faults")).DELETE());
    }

    /** Has the portals drop every file that a hub has taken once more, for a hub that has seen none. */
    public void dropAgain() throws IOException {
        for (Path portal : inside(file.resolveSibling("drops"))) {
            for (Path taken : inside(portal.resolve("done"))) {
                String name = taken.getFileName().toString().replaceFirst("^[0-9a-f]{12}-", "");
                Files.move(taken, portal.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> inside(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /** Returns the idempotency keys under which the CM dashboard holds a delivery. */
    public Set<String> received() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(properties.getProperty("cm-dashboard.url") + "/api/v1/kpi-values"))
                .header("Authorization", "Bearer " + properties.getProperty("cm-dashboard.token"))
                .build();
        Set<String> keys = new HashSet<>();
        for (JsonNode value : new ObjectMapper().readTree(answer(request)).path("data")) {
            keys.add(value.path("idempotencyKey").asText());
        }
        return keys;
    }

    /** Returns the id of the sandbox's process. */
    public long pid() {
        return Long.parseLong(properties.getProperty("pid"));
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        call(HttpRequest.newBuilder(control(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private URI control(String path) {
        return URI.create(properties.getProperty("control.url") + path);
    }

    private String call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return answer(request.header("Authorization", "Bearer " + properties.getProperty("control.token"))
                .build());
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("The sandbox answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
