package in.sangam.bench.speed;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one measurement found, line by line, and whether each promise among it was kept. */
final class Findings {

    private record Line(String what, String seen, String target, boolean kept) {}

    private final List<Line> lines = new ArrayList<>();

    /** Adds something worth knowing that nothing was promised of. */
    void note(String what, String seen) {
        lines.add(new Line(what, seen, "", true));
    }

    void promise(String what, String seen, String target, boolean kept) {
        lines.add(new Line(what, seen, target, kept));
    }

    /** Promises that a time in milliseconds stays below a bound. */
    void below(String what, double millis, double bound) {
        promise(
                what,
                String.format(Locale.ROOT, "%,.0f ms", millis),
                String.format(Locale.ROOT, "< %,.0f ms", bound),
                millis < bound);
    }

    void outcome(OutcomeCheck.Outcome outcome) {
        promise(
                "outcome",
                String.format(
                        Locale.ROOT,
                        "%,d records, %,d wrong; %,d cells, %,d wrong",
                        outcome.records(),
                        outcome.wrongRecords(),
                        outcome.cells(),
                        outcome.wrongCells()),
                "none wrong",
                outcome.right());
    }

    boolean allKept() {
        return lines.stream().allMatch(Line::kept);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("machine", SpeedTable.machine());
        values.put("findings", lines.stream().map(Findings::values).toList());
        values.put("kept", allKept());
        return values;
    }

    private static Map<String, Object> values(Line line) {
        return Map.of("what", line.what, "seen", line.seen, "target", line.target, "kept", line.kept);
    }

    void print(PrintWriter out) {
        out.println(SpeedTable.machine());
        for (Line line : lines) {
            out.printf(
                    "%-6s %-46s %s%s%n",
                    line.target.isEmpty() ? "" : line.kept ? "kept" : "MISSED",
                    line.what,
                    line.seen,
                    line.target.isEmpty() ? "" : "   (target: " + line.target + ")");
        }
    }
}
