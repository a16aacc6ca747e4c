package in.sangam.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** A path of member names, {@code $.data.rows} or {@code data.rows}; {@code $} is the whole. A name may itself begin with {@code $}. */
public record JsonPath(List<String> names) {

    /** Reads a path. */
    public static JsonPath of(String text) {
        String rest = text.equals("$") ? "" : text.startsWith("$.") ? text.substring(2) : text;
        return new JsonPath(rest.isEmpty() ? List.of() : List.of(rest.split("\\.")));
    }

    /** Returns the node at this path, a missing node when there is none. */
    public JsonNode in(JsonNode node) {
        JsonNode at = node;
        for (String name : names) {
            at = at.path(name);
            if (at.isMissingNode()) {
                return MissingNode.getInstance();
            }
        }
        return at;
    }
}
