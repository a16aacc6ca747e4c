package in.sangam.sandbox.shape;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request to the 311 line (Open Baltimore): agency, channel, when it came and how many days it stayed open; a request
 * that was never closed has {@code NaN}.
 */
record CityRequest(int group, String agency, String channel, double start, double daysOpen) implements Logged {

    private static final String FILE = "baltimore_311_sample_10k.csv.gz";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);

    static List<CityRequest> log() {
        List<NamedCsvRecord> rows = Resource.rows(FILE);
        double first = rows.stream()
                .mapToDouble(row -> days(row.getField("CreatedDate")))
                .min()
                .orElseThrow();
        Map<String, Integer> groups = new LinkedHashMap<>();
        return rows.stream().map(row -> of(row, first, groups)).toList();
    }

    private static CityRequest of(NamedCsvRecord row, double first, Map<String, Integer> groups) {
        double created = days(row.getField("CreatedDate"));
        String closed = row.getField("CloseDate");
        String neighbourhood = row.getField("Neighborhood");
        // Proactive work of an agency names no neighbourhood; its postal code, or its type, groups it instead.
        String group = neighbourhood.isEmpty() ? row.getField("ZipCode") + row.getField("SRType") : neighbourhood;
        return new CityRequest(
                groups.computeIfAbsent(group, name -> groups.size()),
                row.getField("Agency"),
                row.getField("MethodReceived"),
                created - first,
                closed.isEmpty() ? Double.NaN : Math.max(0, days(closed) - created));
    }

    private static double days(String time) {
        return LocalDateTime.parse(time, TIME).toEpochSecond(ZoneOffset.UTC) / 86_400.0;
    }
}
