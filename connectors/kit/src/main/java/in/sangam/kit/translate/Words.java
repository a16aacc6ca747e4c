package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import in.sangam.core.page.Rejection.Reason;
import in.sangam.kit.JsonPath;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of a mapping: {@code moment(path)}, {@code day(path)}, {@code code(path)}, {@code text(path)}, {@code amount(path)},
 * {@code flag(path)}. Each takes the path of a field of the row, so that a rejection can name it. What was not reported stays null.
 */
final class Words {

    static final Set<String> ALL = Set.of("moment", "day", "code", "text", "amount", "flag");

    private final CodeTables tables;
    private final Map<String, JsonPath> paths = new ConcurrentHashMap<>();

    Words(CodeTables tables) {
        this.tables = tables;
    }

    /**
     * Evaluates a word.
     *
     * @param more for code: name of the table, default the path; for moment and day: pattern of the date, default ISO
     */
    JsonNode say(String word, JsonNode row, String path, @Nullable String more) {
        JsonNode value = paths.computeIfAbsent(path, JsonPath::of).in(row);
        return switch (word) {
            case "moment" -> node(Moments.moment(path, value, more));
            case "day" -> node(Moments.day(path, value, more));
            case "code" -> {
                String code = plain(path, value);
                yield code == null ? NullNode.getInstance() : tables.lookUp(path, more == null ? path : more, code);
            }
            case "text" -> node(plain(path, value));
            case "amount" -> amount(path, value);
            case "flag" -> flag(path, value);
            default -> throw new IllegalArgumentException("No word of a mapping: " + word);
        };
    }

    private static @Nullable String plain(String path, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isContainerNode()) {
            throw new RowRejected(
                    Reason.INVALID_VALUE, path, "'" + path + "' is a list or an object, but must be a plain value");
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    private static JsonNode amount(String path, JsonNode value) {
        String text = plain(path, value);
        if (text == null) {
            return NullNode.getInstance();
        }
        try {
            return TextNode.valueOf(new BigDecimal(text).toPlainString());
        } catch (NumberFormatException e) {
            throw new RowRejected(
                    Reason.INVALID_VALUE, path, "'" + path + "' must be a plain decimal number such as 12 or 12.5");
        }
    }

    private static JsonNode flag(String path, JsonNode value) {
        String text = plain(path, value);
        if (text == null) {
            return NullNode.getInstance();
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return BooleanNode.valueOf(Boolean.parseBoolean(text));
        }
        throw new RowRejected(Reason.INVALID_VALUE, path, "'" + path + "' must be true or false");
    }

    private static JsonNode node(@Nullable String text) {
        return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
    }
}
