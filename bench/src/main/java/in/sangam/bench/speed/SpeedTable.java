package in.sangam.bench.speed;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What all rounds measured: for each contender the median with its spread, how it compares, and where it ran.
 *
 * @param absent contenders that could not be run, with the reason
 */
record SpeedTable(List<Contender> contenders, List<Round.Result> rounds, Map<String, String> absent) {

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("machine", machine());
        values.put("settings", settings());
        Map<String, Object> medians = new LinkedHashMap<>();
        measured().forEach(each -> medians.put(each.name(), Math.round(median(each, Round.Result::perSecond))));
        values.put("medianPerSecond", medians);
        values.put("rounds", rounds);
        values.put("absent", absent);
        values.put("right", rounds.stream().allMatch(each -> each.outcome().right()));
        return values;
    }

    void print(PrintWriter out) {
        out.println(machine());
        out.println(settings());
        out.printf(
                "%n%-12s %6s %9s %17s %8s %20s %8s  %s%n",
                "contender", "rounds", "records/s", "spread", "hub is", "µs of a core/record", "RSS MiB", "outcome");
        for (Contender each : measured()) {
            double median = median(each, Round.Result::perSecond);
            out.printf(
                    Locale.ROOT,
                    "%-12s %6d %,9.0f %,8.0f–%-,8.0f %7.2f× %9.1f + %4.1f db %8.0f  %s%n",
                    each.name(),
                    of(each).size(),
                    median,
                    least(each),
                    most(each),
                    hub() / median,
                    median(each, result -> result.program() * 1e6 / result.records()),
                    median(each, result -> result.database() * 1e6 / result.records()),
                    median(each, Round.Result::residentMebibytes),
                    outcome(each));
        }
        absent.forEach((name, why) -> out.printf("%-12s not measured: %s%n", name, why));
        out.println();
        measured().forEach(each -> out.println(each.name() + ": " + each.differs()));
    }

    private String outcome(Contender contender) {
        List<Round.Result> all = of(contender);
        Round.Result first = all.get(0);
        return all.stream().allMatch(each -> each.outcome().right())
                ? String.format(
                        Locale.ROOT,
                        "%,d versions; all %,d records and %,d cells right",
                        first.records(),
                        first.outcome().records(),
                        first.outcome().cells())
                : "WRONG: " + all.stream().map(Round.Result::outcome).toList();
    }

    private List<Contender> measured() {
        return contenders.stream().filter(each -> !of(each).isEmpty()).toList();
    }

    private double hub() {
        return contenders.stream()
                .filter(each -> each.name().equals(Contenders.HUB))
                .mapToDouble(each -> median(each, Round.Result::perSecond))
                .findFirst()
                .orElse(Double.NaN);
    }

    private List<Round.Result> of(Contender contender) {
        return rounds.stream()
                .filter(each -> each.contender().equals(contender.name()))
                .toList();
    }

    private double least(Contender contender) {
        return of(contender).stream().mapToDouble(Round.Result::perSecond).min().orElse(Double.NaN);
    }

    private double most(Contender contender) {
        return of(contender).stream().mapToDouble(Round.Result::perSecond).max().orElse(Double.NaN);
    }

    private double median(Contender contender, ToDoubleFunction<Round.Result> figure) {
        double[] sorted = of(contender).stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String settings() {
        return "Everywhere: fsync, synchronous_commit and full_page_writes on, shared_buffers 512 MB; journal syncs on;"
                + " heap 448 MB, serial collector; every process, the portal too, shares the cores";
    }

    static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.version");
    }
}
