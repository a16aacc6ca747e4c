package in.sangam.app.whole;

import in.sangam.core.record.Version;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The control API of a demo's sandbox: makes its portals misbehave, and change. */
final class PortalControl {

    /** A small sandbox has not more cases than that to change at a time. */
    private static final int AT_ONCE = 250;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Properties sandbox;

    PortalControl(RunningDemo demo) {
        this.sandbox = HubProcess.properties(demo.data.resolve("sandbox").resolve("sandbox.properties"));
    }

    /** Switches a fault on for a number of times; −1 until it is cleared. */
    void fault(String portal, String fault, int times) throws IOException, InterruptedException {
        send(
                "POST",
                "/faults",
                "{\"portal\":\"%s\",\"fault\":\"%s\",\"times\":%d,\"delaySeconds\":1}".formatted(portal, fault, times));
    }

    void clear(String portal) throws IOException, InterruptedException {
        send("DELETE", "/faults/" + portal, "");
    }

    /** Lets a portal change: new versions of its open cases, and new cases. */
    void change(String portal, int count) throws IOException, InterruptedException {
        for (int left = count; left > 0; left -= AT_ONCE) {
            int now = Math.min(left, AT_ONCE);
            send("POST", "/changes", "{\"portal\":\"%s\",\"count\":%d}".formatted(portal, now));
        }
    }

    String ledger(String file) throws IOException, InterruptedException {
        return send("GET", "/ledger/" + file, "");
    }

    /** What hub and ledger do not both hold: records with their version, whichever way its instant is written. */
    List<String> differences(HubDatabaseView database) throws IOException, InterruptedException, SQLException {
        Set<String> missing = ledger("records.csv")
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.lastIndexOf(',') + 1)
                        + Version.of(line.substring(line.lastIndexOf(',') + 1)).order())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> extra = new TreeSet<>();
        for (String record : database.texts(
                "select portal || ',' || stream || ',' || source_id || ',' || version_order from hub.record")) {
            if (!missing.remove(record)) {
                extra.add("extra " + record);
            }
        }
        List<String> differences = new ArrayList<>(extra);
        missing.forEach(record -> differences.add("missing " + record));
        return differences;
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.getProperty("control.url") + path))
                .header("Authorization", "Bearer " + sandbox.getProperty("control.token"))
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(method + " " + path + " " + body + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
