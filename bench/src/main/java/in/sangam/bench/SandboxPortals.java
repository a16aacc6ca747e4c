package in.sangam.bench;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** The running sandbox as its control API shows it. */
final class SandboxPortals {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path file;
    private final Properties properties = new Properties();

    /** @param data the sandbox's data folder; returns when the portals serve */
    SandboxPortals(Path data, Child process) throws IOException, InterruptedException {
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
    SandboxPortals(Path propertiesFile) throws IOException {
        file = propertiesFile;
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
    }

    Path propertiesFile() {
        return file;
    }

    /** Returns the lines of a ledger file without its header. */
    List<String> ledger(String name) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(control("/ledger/" + name)).GET())
                .lines()
                .skip(1)
                .toList();
    }

    /** Lets a portal have some new versions and new records. */
    void change(String portal, int count) throws IOException, InterruptedException {
        String body = "{\"portal\":\"" + portal + "\",\"count\":" + count + "}";
        call(HttpRequest.newBuilder(control("/changes"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private URI control(String path) {
        return URI.create(properties.getProperty("control.url") + path);
    }

    private String call(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(
                request.header("Authorization", "Bearer " + properties.getProperty("control.token"))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("The sandbox answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
