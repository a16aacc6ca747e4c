package in.sangam.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** Writes what a sink is given and reads what it answers. */
final class SinkBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SinkBody() {}

    static JsonNode of(Sink sink, JsonNode message) {
        ObjectNode body = JSON.createObjectNode();
        sink.body().forEach((member, path) -> {
            JsonNode value = JsonPath.of(path).in(message);
            body.set(member, value.isMissingNode() ? body.nullNode() : inThePortalsWords(sink, member, value));
        });
        return body;
    }

    private static JsonNode inThePortalsWords(Sink sink, String member, JsonNode value) {
        Map<String, String> codes = sink.codes().get(member);
        if (codes == null || value.isNull()) {
            return value;
        }
        String word = codes.get(value.asText());
        if (word == null) {
            throw new UnknownWord(member);
        }
        return JSON.getNodeFactory().textNode(word);
    }

    static String textAt(String path, byte[] answer) {
        try {
            return JsonPath.of(path).in(JSON.readTree(answer)).asText("");
        } catch (IOException notJson) {
            return "";
        }
    }
}
