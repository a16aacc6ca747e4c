package in.sangam.routes.deliver;

import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlNode;
import in.sangam.core.flow.RecordFlow;
import in.sangam.core.flow.RecordFlowReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code config/flows/}: {@code send: <kind>} and {@code to: [<portal.sink>, …]}, and for messages that are
 * made of records {@code of: <portal.stream>} with what chooses them.
 *
 * @param records which records are sent; null when the hub itself makes messages of the kind
 */
record FlowFile(String kind, List<String> sinks, @Nullable RecordFlow records) {

    private static final String SEND = "send";
    private static final String OF = "of";
    private static final List<String> OF_THE_HUB = List.of(Flows.KPI_VALUE, Flows.WEEKLY_REPORT);

    /** Reads a file; what is wrong is among its errors. */
    static FlowFile read(YamlNode flow, Sinks sinks, Collection<String> streams) {
        List<String> keys = new ArrayList<>(List.of(SEND, "to", KpiChoice.KPIS));
        keys.addAll(RecordFlowReader.KEYS);
        flow.allow(keys.toArray(String[]::new));
        String kind = flow.text(SEND);
        List<String> targets =
                flow.need("to").map(to -> targets(to, kind, sinks)).orElse(List.of());
        if (!kind.equals(Flows.KPI_VALUE)) {
            flow.at(KpiChoice.KPIS)
                    .ifPresent(at -> at.error("Only KPI values are chosen by KPI", "Remove it, or send kpi-value"));
        }
        boolean made = OF_THE_HUB.contains(kind);
        if (flow.at(OF).isEmpty()) {
            if (!made && !kind.isEmpty()) {
                flow.at(SEND)
                        .ifPresent(at -> at.error(
                                "The hub makes no messages '" + kind + "', only " + String.join(" and ", OF_THE_HUB),
                                "Add 'of: <portal>.<stream>' to make them of records"));
            }
            RecordFlowReader.KEYS.forEach(key -> flow.at(key)
                    .ifPresent(at -> at.error("Chooses records of no stream", "Add 'of: <portal>.<stream>'")));
            return new FlowFile(kind, targets, null);
        }
        if (made) {
            flow.at(OF).ifPresent(at -> at.error("The hub makes '" + kind + "' itself, not of records", "Remove it"));
        }
        return new FlowFile(kind, targets, new RecordFlowReader(streams).read(flow, targets));
    }

    private static List<String> targets(YamlNode to, String kind, Sinks sinks) {
        List<String> names = new ArrayList<>();
        for (YamlNode each : to.items()) {
            String name = each.text();
            if (!sinks.has(name)) {
                each.error("No connector has the sink '" + name + "'", NearestWord.remedy(name, sinks.names()));
            } else if (!sinks.accepts(name, kind)) {
                each.error(
                        "'" + name + "' accepts '" + sinks.acceptedBy(name) + "', not '" + kind + "'",
                        "Correct send here, or accepts in the connector");
            } else {
                names.add(name);
            }
        }
        return names;
    }
}
