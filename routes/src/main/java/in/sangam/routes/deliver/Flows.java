package in.sangam.routes.deliver;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigException;
import in.sangam.kit.Connector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which sink gets what, as {@code config/flows/} says: kind of message → sinks as {@code portal.sink}. A kind without a
 * flow goes nowhere.
 */
public record Flows(Map<String, List<String>> sinksByKind) {

    /** Kind of message that carries the value of a KPI for a place and a period. */
    public static final String KPI_VALUE = "kpi-value";

    /** Kind of message that carries a weekly report to one of its recipients. */
    public static final String WEEKLY_REPORT = "weekly-report";

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
     * As {@link #load(Path, List)}, where a flow may also name a sink of a portal that is not connected: it is checked, and
     * nothing goes there.
     */
    public static Flows load(Path folder, List<Connector> connectors, List<Connector> leftOut) {
        Flows all = read(
                folder, Stream.concat(connectors.stream(), leftOut.stream()).toList());
        Sinks connected = new Sinks(connectors);
        Map<String, List<String>> flows = new TreeMap<>();
        all.sinksByKind()
                .forEach((kind, to) ->
                        flows.put(kind, to.stream().filter(connected::has).toList()));
        return new Flows(flows);
    }

    private static Flows read(Path folder, List<Connector> connectors) {
        Sinks sinks = new Sinks(connectors);
        List<ConfigError> errors = new ArrayList<>();
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (Path file : files(folder)) {
            FlowFile flow = new FlowFile(file, sinks, errors);
            flow.read().forEach((kind, to) -> found.computeIfAbsent(kind, any -> new TreeSet<>())
                    .addAll(to));
        }
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
        Map<String, List<String>> flows = new TreeMap<>();
        found.forEach((kind, to) -> flows.put(kind, List.copyOf(to)));
        return new Flows(flows);
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
