package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Counts the bytes of a node as UTF-8 JSON without writing it; never less than what any JSON writer needs. */
final class EncodedSize {

    private static final int ESCAPED = 6;

    private EncodedSize() {}

    static int of(JsonNode node) {
        if (node.isTextual()) {
            return of(node.textValue());
        }
        if (node.isContainerNode()) {
            int size = 2;
            if (node.isObject()) {
                for (Map.Entry<String, JsonNode> each : node.properties()) {
                    size += of(each.getKey()) + of(each.getValue()) + 2;
                }
            } else {
                for (JsonNode each : node) {
                    size += of(each) + 1;
                }
            }
            return size;
        }
        // A number may be written in plain or quoted form.
        return node.isNull() ? 4 : node.asText().length() + 2;
    }

    private static int of(String text) {
        int size = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                size += c < ' ' || c == 0x7F ? ESCAPED : c == '"' || c == '\\' || c == '/' ? 2 : 1;
            } else {
                // Jackson escapes each half of a surrogate pair.
                size += c < 0x800 ? 2 : Character.isSurrogate(c) ? ESCAPED : 3;
            }
        }
        return size;
    }
}
