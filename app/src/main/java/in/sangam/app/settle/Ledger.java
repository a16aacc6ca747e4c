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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The truth as the portals' own ledger tells it, over its control address; counted anew at each call. */
public final class Ledger {

    private static final String RECORDS = "records.csv";
    private static final String KPIS = "kpi.csv";
    private static final List<String> FILES = List.of(RECORDS, KPIS, "faulty.csv");

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
        read(RECORDS, row -> count[0]++);
        return count[0];
    }

    /** Writes every file of the ledger, as it is now, into a folder that is made when absent. */
    public void saveTo(Path folder) {
        for (String file : FILES) {
            ask(file, body -> {
                Files.createDirectories(folder);
                Files.copy(body, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            });
        }
    }

    private void read(String file, Consumer<NamedCsvRecord> to) {
        ask(file, body -> CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(body, StandardCharsets.UTF_8))
                .forEach(to));
    }

    private void ask(String file, Reading reading) {
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
                reading.from(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger at " + url + " cannot be read; do the portals still run?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the ledger", e);
        }
    }

    @FunctionalInterface
    private interface Reading {
        void from(InputStream body) throws IOException;
    }

    private static @Nullable BigDecimal numberOrNull(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
