package in.sangam.app.settle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The truth as the portals' own ledger tells it, over its control address; counted anew at each call. */
public final class Ledger {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String url;
    private final String token;

    /**
     * Takes where the ledger is asked.
     *
     * @param url address of the control API
     * @param token its bearer token
     */
    public Ledger(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Gives every record of the ledger, one after the other. */
    void records(Consumer<LedgerRecord> to) {
        read(
                "records.csv",
                row -> to.accept(new LedgerRecord(
                        new StreamName(row.getField("portal"), row.getField("stream")),
                        row.getField("sourceId"),
                        row.getField("version"))));
    }

    /** Gives every KPI value of the ledger, one after the other. */
    void cells(Consumer<LedgerCell> to) {
        read(
                "kpi.csv",
                row -> to.accept(new LedgerCell(
                        row.getField("kpi"),
                        row.getField("place"),
                        row.getField("period"),
                        new BigDecimal(row.getField("numerator")),
                        numberOrNull(row.getField("denominator")))));
    }

    /** Returns how many records the ledger holds. */
    public long size() {
        long[] count = {0};
        read("records.csv", row -> count[0]++);
        return count[0];
    }

    private void read(String file, Consumer<NamedCsvRecord> to) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/ledger/" + file))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(2))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("The ledger answered " + answer.statusCode() + " for " + file);
                }
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(body, StandardCharsets.UTF_8))
                        .forEach(to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger at " + url + " cannot be read; do the portals still run?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the ledger", e);
        }
    }

    private static @Nullable BigDecimal numberOrNull(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
