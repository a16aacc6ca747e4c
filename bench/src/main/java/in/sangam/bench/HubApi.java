package in.sangam.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;

/** A hub's HTTP surface as a department's dashboard uses it, with the generated login of an admin. */
public final class HubApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port;
    private final Path credentials;

    public HubApi(int port, Path hubData) {
        this.port = port;
        this.credentials = hubData.resolve("credentials.properties");
    }

    /** Says whether the hub is up; an error means no. */
    public boolean isUp() {
        try {
            return http.send(request("/observe/health/liveness").build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException down) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path).header("Authorization", login()).build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("GET " + path + " answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /** Returns how much heap is in use, in MiB, by the hub's own metric. */
    public double heapMebibytes() throws IOException, InterruptedException {
        HttpRequest request =
                request("/observe/metrics").header("Authorization", login()).build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("GET /observe/metrics answered " + answer.statusCode());
        }
        return answer.body()
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                / (1 << 20);
    }

    /** Returns what Hawtio's Hub tab shows: streams, queues with their dead letters, sinks. */
    public JsonNode status() throws IOException, InterruptedException {
        JsonNode answer = get("/jolokia/read/in.sangam:type=Hub/Status");
        if (!answer.has("value")) {
            throw new IOException(
                    "The hub tells no status: " + answer.path("error").asText());
        }
        return JSON.readTree(answer.path("value").asText());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private String login() throws IOException {
        Properties logins = new Properties();
        try (Reader reader = Files.newBufferedReader(credentials)) {
            logins.load(reader);
        }
        String pair = "admin:" + logins.getProperty("admin");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
