package in.sangam.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A running hub, asked by its API as an admin. */
final class HubClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOKEN = "XSRF-TOKEN=";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String login;

    HubClient(String url, String user, String password) {
        this.url = url.replaceAll("/+$", "");
        this.login =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns an answer in JSON; throws {@link Refused} with the hub's own words for anything but success. */
    JsonNode get(String path) throws IOException {
        return read(send(request(path).GET()));
    }

    /** Sends a form. The token against forged requests comes with a first answer. */
    JsonNode post(String path, Map<String, String> form) throws IOException {
        HttpResponse<String> first = send(request("/jolokia/version").GET());
        String token = first.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(TOKEN))
                .map(each -> each.substring(TOKEN.length()).split(";")[0])
                .findFirst()
                .orElse("");
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return read(send(request(path)
                .header("Cookie", TOKEN + token)
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", login);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            throw new Refused("The hub at " + url + " does not take this login for that (HTTP " + status
                    + "): give --data with its data folder, or --user and HUB_PASSWORD of an admin");
        }
        if (status < 200 || status >= 300) {
            String detail = answer.body().startsWith("{")
                    ? JSON.readTree(answer.body()).path("detail").asText()
                    : "";
            throw new Refused(detail.isEmpty() ? "The hub at " + url + " answered HTTP " + status : detail);
        }
        return JSON.readTree(answer.body());
    }

    /** The hub answered, and not with what was asked for. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }
}
