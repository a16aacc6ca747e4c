package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.core.config.ConfigError;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file as a JSON tree that knows the line of every key; dates stay text, aliases and doubled keys are errors. */
final class YamlFile {

    private final String label;
    private final Problems problems;
    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode tree;

    private YamlFile(String label, String content, Problems problems) {
        this.label = label;
        this.problems = problems;
        problems.about(label, lines);
        this.tree = read(content);
    }

    /** Reads a file; what is wrong with it goes to the problems, and its tree is then empty or lacks the part. */
    static YamlFile read(String label, String content, Problems problems) {
        return new YamlFile(label, content, problems);
    }

    /** Returns the content, an empty object when the file could not be read. */
    JsonNode tree() {
        return tree;
    }

    private JsonNode read(String content) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(content));
            return root == null ? JsonNodeFactory.instance.objectNode() : node(root, "");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(new ConfigError(
                    label, line, "", "no valid YAML: " + e.getProblem(), "Check indentation, colons and quotes there"));
        } catch (YAMLException e) {
            problems.add(new ConfigError(label, 0, "", "no valid YAML", "Write plain YAML without aliases or tags"));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode node(Node node, String pointer) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            List<Node> items = sequence.getValue();
            for (int i = 0; i < items.size(); i++) {
                array.add(node(items.get(i), pointer + '/' + i));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode mapping(MappingNode mapping, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple each : mapping.getValue()) {
            String key = each.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            String at = Pointers.append(pointer, key);
            lines.put(at, each.getKeyNode().getStartMark().getLine() + 1);
            if (object.has(key)) {
                problems.at(at, "the key is given twice", "Keep one of them");
            }
            object.set(key, node(each.getValueNode(), at));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                    ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text))
                    : JsonNodeFactory.instance.textNode(text);
        }
        try {
            if (scalar.getTag().equals(Tag.INT)) {
                BigInteger whole = new BigInteger(text);
                return whole.bitLength() < Long.SIZE
                        ? JsonNodeFactory.instance.numberNode(whole.longValue())
                        : JsonNodeFactory.instance.textNode(text);
            }
            if (scalar.getTag().equals(Tag.FLOAT)) {
                return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException writtenOtherwise) {
            return JsonNodeFactory.instance.textNode(text);
        }
        return JsonNodeFactory.instance.textNode(text);
    }
}
