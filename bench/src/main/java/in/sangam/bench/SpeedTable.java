package in.sangam.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The rounds of a bench, their median and their spread, with the machine they ran on. */
record SpeedTable(List<SpeedRound.Result> rounds) {

    double median() {
        double[] sorted = rounds.stream()
                .mapToDouble(SpeedRound.Result::perSecond)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        values.put("medianPerSecond", Math.round(median()));
        values.put("rounds", rounds);
        values.put("right", rounds.stream().allMatch(SpeedRound.Result::right));
        values.put("machine", machine());
        return values;
    }

    void print(PrintWriter out) {
        out.printf("%-6s %10s %9s %10s %8s %s%n", "round", "received", "seconds", "records/s", "RSS MiB", "outcome");
        for (int i = 0; i < rounds.size(); i++) {
            SpeedRound.Result r = rounds.get(i);
            out.printf(
                    Locale.ROOT,
                    "%-6d %10d %9.1f %10.0f %8d %s%n",
                    i + 1,
                    r.received(),
                    r.seconds(),
                    r.perSecond(),
                    r.residentMebibytes(),
                    r.right() ? "every record there, recount agrees" : "WRONG");
        }
        out.printf(Locale.ROOT, "median %.0f records/s on %s%n", median(), machine());
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.version");
    }
}
