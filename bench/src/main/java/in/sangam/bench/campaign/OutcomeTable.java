package in.sangam.bench.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints each row as it ends; where a machine reads, on the error stream, and everything as one JSON object at the end. */
final class OutcomeTable {

    private final PrintWriter out;
    private final PrintWriter rows;
    private final boolean json;
    private final List<Outcome> outcomes = new ArrayList<>();

    OutcomeTable(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.rows = json ? err : out;
        this.json = json;
    }

    void add(Outcome outcome) {
        if (outcomes.isEmpty()) {
            rows.printf("%-4s %-44s %-12s %s%n", "no.", "fault", "recovered", "outcome");
        }
        outcomes.add(outcome);
        rows.printf(
                Locale.ROOT,
                "%-4d %-44s %-12s %s%n",
                outcomes.size(),
                outcome.row(),
                outcome.recoverySeconds() < 0 ? "-" : String.format(Locale.ROOT, "%.1f s", outcome.recoverySeconds()),
                word(outcome));
        outcome.remarks().forEach(remark -> rows.println("       " + remark));
        rows.flush();
    }

    /** Says whether every row ended as it must. */
    boolean allRight() {
        return !outcomes.isEmpty()
                && outcomes.stream().noneMatch(outcome -> outcome.verdict().fails());
    }

    void end(Map<String, Object> setting) throws IOException {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>(setting);
            all.put("right", allRight());
            all.put("rows", outcomes);
            out.println(new ObjectMapper().writeValueAsString(Map.of("campaign", all)));
        } else {
            long skipped = outcomes.stream()
                    .filter(outcome -> outcome.verdict() == Outcome.Verdict.SKIPPED)
                    .count();
            long failed = outcomes.stream()
                    .filter(outcome -> outcome.verdict().fails())
                    .count();
            out.println(setting + ": " + outcomes.size() + " rows, " + failed + " failed, " + skipped + " skipped; "
                    + (allRight() ? "nothing was lost and nothing doubled" : "FAILED"));
        }
        out.flush();
    }

    private static String word(Outcome outcome) {
        return outcome.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
