package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mapping that is a plain table in the manifest: canonical name → path, word of a path, or text in single quotes. */
public final class TableMapping implements Mapping {

    private static final Pattern WORD = Pattern.compile("([a-z]+)\\(\\s*([^,()]+?)\\s*(?:,\\s*([^()]+?)\\s*)?\\)");
    private static final Pattern PATH = Pattern.compile("[^\\s(),']+");

    private final List<Part> parts;
    private final CodeTables codes;

    private TableMapping(List<Part> parts, CodeTables codes) {
        this.parts = parts;
        this.codes = codes;
    }

    /** Compiles {@code place}, {@code fields} and {@code attributes}; throws {@link IllegalArgumentException} naming an entry that is no expression. */
    public static TableMapping compile(Map<String, Map<String, String>> tables, CodeTables codes) {
        Words words = new Words(codes);
        return new TableMapping(
                tables.entrySet().stream()
                        .map(table -> new Part(
                                table.getKey(),
                                table.getValue().entrySet().stream()
                                        .map(each -> entry(
                                                each.getKey(), each.getValue().strip(), words))
                                        .toList()))
                        .toList(),
                codes);
    }

    @Override
    public CodeTables codes() {
        return codes;
    }

    /** Says whether a text is an expression of a table. */
    public static boolean readable(String expression) {
        Matcher word = WORD.matcher(expression.strip());
        return word.matches()
                ? Words.ALL.contains(word.group(1))
                : literal(expression.strip()) != null
                        || PATH.matcher(expression.strip()).matches();
    }

    @Override
    public JsonNode map(JsonNode row) {
        ObjectNode mapped = JsonNodeFactory.instance.objectNode();
        for (Part part : parts) {
            ObjectNode made = mapped.putObject(part.name());
            for (Entry each : part.entries()) {
                JsonNode value = each.value().map(row);
                if (!value.isNull()) {
                    made.set(each.name(), value);
                }
            }
        }
        return mapped;
    }

    private static Entry entry(String name, String expression, Words words) {
        String literal = literal(expression);
        if (literal != null) {
            TextNode node = TextNode.valueOf(literal);
            return new Entry(name, row -> node);
        }
        Matcher word = WORD.matcher(expression);
        if (word.matches() && Words.ALL.contains(word.group(1))) {
            String said = word.group(1);
            String path = word.group(2);
            String more = word.group(3);
            return new Entry(name, row -> words.say(said, row, path, more));
        }
        if (PATH.matcher(expression).matches()) {
            return new Entry(name, row -> words.say("text", row, expression, null));
        }
        throw new IllegalArgumentException("'" + name + "' is no expression: " + expression);
    }

    private static @Nullable String literal(String expression) {
        boolean quoted = expression.length() >= 2 && expression.startsWith("'") && expression.endsWith("'");
        return quoted ? expression.substring(1, expression.length() - 1) : null;
    }

    private record Part(String name, List<Entry> entries) {}

    private record Entry(String name, Mapping value) {}
}
