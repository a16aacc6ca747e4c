package in.sangam.routes.deliver;

import in.sangam.core.config.ConfigError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One file of {@code config/flows/}: {@code send: <kind>} and {@code to: [<portal.sink>, …]}. */
final class FlowFile {

    private static final String SEND = "send";
    private static final String TO = "to";
    private static final List<String> KEYS = List.of(SEND, TO, KpiChoice.KPIS);

    private final Path file;
    private final Sinks sinks;
    private final List<ConfigError> errors;

    FlowFile(Path file, Sinks sinks, List<ConfigError> errors) {
        this.file = file;
        this.sinks = sinks;
        this.errors = errors;
    }

    /** Returns kind → sinks; empty when something is wrong, which is then among the errors. */
    Map<String, List<String>> read() {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(Files.newBufferedReader(file));
            if (root instanceof MappingNode flow) {
                return read(flow);
            }
            wrong(root, "", "a flow is a mapping", "Write send: <kind> and to: [<portal.sink>]");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            errors.add(new ConfigError(file.toString(), line, "", "is no YAML: " + e.getProblem(), "Correct the line"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of();
    }

    private Map<String, List<String>> read(MappingNode flow) {
        Node send = null;
        Node to = null;
        for (NodeTuple each : flow.getValue()) {
            String key = text(each.getKeyNode());
            if (SEND.equals(key)) {
                send = each.getValueNode();
            } else if (TO.equals(key)) {
                to = each.getValueNode();
            } else if (!KpiChoice.KPIS.equals(key)) {
                wrong(each.getKeyNode(), key, "unknown key", "Did you mean '" + Sinks.nearest(key, KEYS) + "'?");
            }
        }
        if (!(send instanceof ScalarNode) || to == null) {
            wrong(
                    send == null ? flow : send,
                    SEND,
                    "a flow needs send and to",
                    "Write send: <kind>, to: [<portal.sink>]");
            return Map.of();
        }
        String kind = text(send);
        return Map.of(kind, targets(to, kind));
    }

    private List<String> targets(Node to, String kind) {
        List<Node> nodes = to instanceof SequenceNode list ? list.getValue() : List.of(to);
        List<String> names = new ArrayList<>();
        for (Node each : nodes) {
            String name = text(each);
            if (!sinks.has(name)) {
                wrong(
                        each,
                        TO,
                        "no connector has the sink '" + name + "', only: " + sinks.names(),
                        "Did you mean '" + sinks.nearest(name) + "'?");
            } else if (!sinks.accepts(name, kind)) {
                wrong(
                        each,
                        TO,
                        "'" + name + "' accepts '" + sinks.acceptedBy(name) + "', not '" + kind + "'",
                        "Correct send here, or accepts in the connector");
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private void wrong(@Nullable Node at, String key, String message, String remedy) {
        int line = at == null ? 0 : at.getStartMark().getLine() + 1;
        errors.add(new ConfigError(file.toString(), line, key, message, remedy));
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
