package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import in.sangam.kit.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of personal values at the edge: declared fields are masked or pseudonymised, and numbers of persons are found in
 * every other value. Fields that are kept — key, version, cursor and those that the manifest names — are never touched.
 */
public final class Masking {

    /** What is done to a declared field. */
    public enum Mode {
        /** Replaced by {@code ***}. */
        MASK,
        /** Replaced by a keyed pseudonym. */
        PSEUDONYM
    }

    private final Map<String, Mode> declared;
    private final Set<String> kept;
    private final Pseudonym pseudonym;

    /**
     * Makes the masking of a stream.
     *
     * @param declared path of a field → what is done to it
     * @param kept paths of fields that hold no person's number
     * @param pseudonymKey key of the pseudonyms, read when the first is made
     */
    public Masking(Map<String, Mode> declared, Set<String> kept, Secret pseudonymKey) {
        this.declared = Map.copyOf(declared);
        this.kept = Set.copyOf(kept);
        this.pseudonym = new Pseudonym(pseudonymKey);
    }

    /** Masks a row in place and returns it; a row that is no object is scanned as one value. */
    JsonNode masked(JsonNode row) {
        return value(row, "");
    }

    private JsonNode value(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return object(object, path);
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, value(array.get(i), path));
            }
            return array;
        }
        if (node.isTextual()) {
            String text = node.textValue();
            String made = PersonalNumbers.masked(text);
            return made.equals(text) ? node : TextNode.valueOf(made);
        }
        if (node.isNumber()) {
            String text = node.asText();
            return PersonalNumbers.masked(text).equals(text) ? node : TextNode.valueOf(PersonalNumbers.MASK);
        }
        return node;
    }

    private ObjectNode object(ObjectNode object, String path) {
        List<String> renamed = new ArrayList<>(0);
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            String at = path.isEmpty() ? each.getKey() : path + '.' + each.getKey();
            JsonNode old = each.getValue();
            Mode mode = declared.get(at);
            each.setValue(mode != null ? covered(old, mode) : kept.contains(at) ? old : value(old, at));
            if (!PersonalNumbers.masked(each.getKey()).equals(each.getKey())) {
                renamed.add(each.getKey());
            }
        }
        for (String name : renamed) {
            object.set(PersonalNumbers.masked(name), object.remove(name));
        }
        return object;
    }

    private JsonNode covered(JsonNode old, Mode mode) {
        if (old.isNull()) {
            return old;
        }
        return mode == Mode.MASK || old.isContainerNode() || old.asText().isBlank()
                ? JsonNodeFactory.instance.textNode(PersonalNumbers.MASK)
                : JsonNodeFactory.instance.textNode(pseudonym.of(old.asText()));
    }
}
