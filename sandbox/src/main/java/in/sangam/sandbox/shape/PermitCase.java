package in.sangam.sandbox.shape;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case of the permit log (4TU, WABO): when it started, when it was complete (its receipt confirmed), which events
 * followed, and its disposal: the first event at or after its end date, or that date itself. Times after the start are
 * days since the start; a case without an end has {@code NaN}.
 */
record PermitCase(int group, String channel, double start, double complete, double disposal, List<Double> events)
        implements Logged {

    private static final String FILE = "receipt_wabo_coselog.csv.gz";
    private static final String CONFIRMED = "Confirmation of receipt";

    static List<PermitCase> log() {
        Map<String, List<NamedCsvRecord>> cases = new LinkedHashMap<>();
        Resource.rows(FILE)
                .forEach(row -> cases.computeIfAbsent(row.getField("case:concept:name"), name -> new ArrayList<>())
                        .add(row));
        double first = cases.values().stream()
                .mapToDouble(rows -> days(rows.get(0).getField("case:startdate")))
                .min()
                .orElseThrow();
        Map<String, Integer> groups = new LinkedHashMap<>();
        return cases.values().stream().map(rows -> of(rows, first, groups)).toList();
    }

    private static PermitCase of(List<NamedCsvRecord> rows, double first, Map<String, Integer> groups) {
        NamedCsvRecord head = rows.get(0);
        double start = days(head.getField("case:startdate"));
        String ended = head.getField("case:enddate");
        List<Double> events = rows.stream()
                .mapToDouble(row -> Math.max(0, days(row.getField("time:timestamp")) - start))
                .sorted()
                .boxed()
                .toList();
        double confirmed = rows.stream()
                .filter(row -> row.getField("concept:name").equals(CONFIRMED))
                .mapToDouble(row -> Math.max(0, days(row.getField("time:timestamp")) - start))
                .min()
                .orElse(events.get(0));
        double end = ended.isEmpty() ? Double.NaN : Math.max(0, days(ended) - start);
        double disposal =
                events.stream().filter(event -> event >= end).findFirst().orElse(end);
        return new PermitCase(
                groups.computeIfAbsent(head.getField("case:responsible"), name -> groups.size()),
                head.getField("case:channel"),
                start - first,
                Double.isNaN(disposal) ? confirmed : Math.min(confirmed, disposal),
                disposal,
                events);
    }

    private static double days(String timestamp) {
        OffsetDateTime time = OffsetDateTime.parse(timestamp.replace(' ', 'T'));
        return time.toEpochSecond() / 86_400.0 + time.getNano() / 86_400e9;
    }
}
