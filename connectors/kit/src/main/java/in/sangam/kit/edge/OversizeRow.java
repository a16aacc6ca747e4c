package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Stream;
import java.util.Map;

/**
 * A row that alone is larger than a page. Its long texts are shortened, for no field of a record is long; where that is not enough
 * only key and version go on, so that the row is quarantined by its key and not lost.
 */
final class OversizeRow {

    private static final int LONGEST_TEXT = 1_000;
    private static final String CUT = " …[cut]";

    private OversizeRow() {}

    static JsonNode shortened(JsonNode row, int room, Stream stream) {
        JsonNode shorter = shortened(row.deepCopy());
        if (EncodedSize.of(shorter) <= room) {
            return shorter;
        }
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        keep(shorter, rest, stream.key());
        keep(shorter, rest, stream.version());
        return rest;
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                each.setValue(shortened(each.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shortened(array.get(i)));
            }
        } else if (node.isTextual() && node.textValue().length() > LONGEST_TEXT) {
            return TextNode.valueOf(node.textValue().substring(0, LONGEST_TEXT) + CUT);
        }
        return node;
    }

    private static void keep(JsonNode from, ObjectNode to, String path) {
        JsonNode value = JsonPath.of(path).in(from);
        ObjectNode at = to;
        var names = JsonPath.of(path).names();
        for (String name : names.subList(0, names.size() - 1)) {
            at = at.withObject("/" + name.replace("~", "~0").replace("/", "~1"));
        }
        if (value.isValueNode()) {
            at.set(names.get(names.size() - 1), value);
        }
    }
}
