package in.sangam.app.settle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints a settlement as three plain tables, one line per stream, sink and KPI, or as one JSON object for machines. */
public final class SettlementTable {

    private SettlementTable() {}

    /** Prints tables; examples of what does not agree come below them. */
    public static void print(Settlement settlement, PrintWriter out) {
        table(
                out,
                "portal stream source received stored unchanged superseded quarantined missing extra",
                settlement.streams().stream()
                        .map(l -> row(
                                l.portal(),
                                l.stream(),
                                l.source(),
                                l.received(),
                                l.stored(),
                                l.unchanged(),
                                l.superseded(),
                                l.quarantined(),
                                l.missing(),
                                l.extra()))
                        .toList());
        table(
                out,
                "sink published acknowledged refused pending",
                settlement.sinks().stream()
                        .map(l -> row(l.sink(), l.published(), l.acknowledged(), l.refused(), l.pending()))
                        .toList());
        table(
                out,
                "kpi cells wrong",
                settlement.kpis().stream()
                        .map(l -> row(l.kpi(), l.cells(), l.wrong()))
                        .toList());
        settlement.streams().forEach(line -> line.examples().forEach(out::println));
        settlement.kpis().forEach(line -> line.examples().forEach(out::println));
        if (!settlement.comparedSomething()) {
            out.println("The ledger is empty, so that nothing was proved.");
        }
        out.println(settlement.agrees() ? "Settled: hub and ledger agree." : "NOT settled: hub and ledger differ.");
        out.flush();
    }

    /** Prints one JSON object. */
    public static void printJson(Settlement settlement, PrintWriter out) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("settled", settlement.agrees());
        whole.put("streams", settlement.streams());
        whole.put("sinks", settlement.sinks());
        whole.put("kpis", settlement.kpis());
        try {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(whole));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settlement cannot be written as JSON", e);
        }
    }

    private static List<String> row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        return row;
    }

    private static void table(PrintWriter out, String heading, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(List.of(heading.split(" ")));
        all.addAll(rows);
        int columns = all.get(0).size();
        int[] width = new int[columns];
        for (List<String> row : all) {
            for (int i = 0; i < columns; i++) {
                width[i] = Math.max(width[i], row.get(i).length());
            }
        }
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                boolean number = i > 0 && Character.isDigit(row.get(i).charAt(0));
                String padding = " ".repeat(width[i] - row.get(i).length());
                line.append(number ? padding + row.get(i) : row.get(i) + padding)
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
        out.println();
    }
}
