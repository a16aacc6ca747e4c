package in.sangam.routes.deliver;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigException;
import in.sangam.core.config.YamlFile;
import in.sangam.core.flow.RecordFlow;
import in.sangam.kit.Connector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which sink gets what, as {@code config/flows/} says.
 *
 * @param sinksByKind kind of message that the hub makes → sinks as {@code portal.sink}; a kind without a flow goes nowhere
 * @param records the flows of stored records
 */
public record Flows(Map<String, List<String>> sinksByKind, List<RecordFlow> records) {

    /** Kind of message that carries the value of a KPI for a place and a period. */
    public static final String KPI_VALUE = "kpi-value";

    /** Kind of message that carries a weekly report to one of its recipients. */
    public static final String WEEKLY_REPORT = "weekly-report";

    /** Nothing goes anywhere. */
    public static final Flows NONE = new Flows(Map.of(), List.of());

    /** Returns the sinks that get messages of a kind, in the order of their names. */
    public List<String> of(String kind) {
        return sinksByKind.getOrDefault(kind, List.of());
    }

    /**
     * Reads every {@code *.yaml} of a folder; no folder means no flows.
     *
     * @throws ConfigException with everything that is wrong, by file and line
     */
    public static Flows load(Path folder, List<Connector> connectors) {
        return load(folder, connectors, List.of());
    }

    /**
     * As {@link #load(Path, List)}, where a flow may also name a sink or stream of a portal that is not connected: it is
     * checked, and nothing goes there.
     */
    public static Flows load(Path folder, List<Connector> connectors, List<Connector> leftOut) {
        Flows all = read(
                folder, Stream.concat(connectors.stream(), leftOut.stream()).toList());
        Sinks connected = new Sinks(connectors);
        Map<String, List<String>> flows = new TreeMap<>();
        all.sinksByKind()
                .forEach((kind, to) ->
                        flows.put(kind, to.stream().filter(connected::has).toList()));
        List<RecordFlow> records = all.records().stream()
                .map(flow ->
                        flow.to(flow.sinks().stream().filter(connected::has).toList()))
                .filter(flow -> !flow.sinks().isEmpty())
                .toList();
        return new Flows(flows, records);
    }

    private static Flows read(Path folder, List<Connector> connectors) {
        Sinks sinks = new Sinks(connectors);
        Set<String> streams = streams(connectors);
        ConfigErrors errors = new ConfigErrors();
        Map<String, TreeSet<String>> ofTheHub = new TreeMap<>();
        List<RecordFlow> records = new ArrayList<>();
        Set<String> ways = new HashSet<>();
        for (Path file : files(folder)) {
            YamlFile.read(file, errors).ifPresent(node -> {
                FlowFile flow = FlowFile.read(node, sinks, streams);
                if (flow.records() == null) {
                    ofTheHub.computeIfAbsent(flow.kind(), any -> new TreeSet<>())
                            .addAll(flow.sinks());
                    return;
                }
                records.add(flow.records());
                String of = node.text("of");
                flow.sinks().stream().filter(sink -> !ways.add(of + " " + sink)).forEach(sink -> node.at("to")
                        .ifPresent(to ->
                                to.error("Another flow sends " + of + " to " + sink, "Keep one of the two files")));
            });
        }
        errors.throwIfAny();
        Map<String, List<String>> flows = new TreeMap<>();
        ofTheHub.forEach((kind, to) -> flows.put(kind, List.copyOf(to)));
        return new Flows(flows, records);
    }

    private static Set<String> streams(List<Connector> connectors) {
        Set<String> streams = new TreeSet<>();
        connectors.forEach(
                connector -> connector.streams().forEach(stream -> streams.add(connector.id() + '.' + stream.name())));
        return streams;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
