package in.sangam.kit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Source.RestSource;
import in.sangam.kit.Source.SoapSource;
import in.sangam.kit.edge.Fetched;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Puts an example row into an answer as its portal would send it, and lets the edge read that. */
final class Portal {

    private static final Instant NOW = Instant.parse("2026-10-31T12:30:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Portal() {}

    static Fetched answers(Stream stream, Path row) throws Exception {
        Ask ask = stream.firstAsk(null, NOW);
        if (stream.source() instanceof RestSource rest) {
            return stream.edge().read(ask, JSON.writeValueAsBytes(envelope(rest, GoldenPairsTest.json(row))), NOW);
        }
        if (stream.source() instanceof SoapSource soap) {
            String response = "<" + soap.response() + " xmlns=\"" + soap.namespace() + "\">" + Files.readString(row)
                    + "</" + soap.response() + ">";
            return stream.edge().read(ask, response.getBytes(StandardCharsets.UTF_8), NOW);
        }
        Map<String, Object> columns =
                JSON.convertValue(GoldenPairsTest.json(row), new TypeReference<Map<String, Object>>() {});
        return stream.edge().read(ask, List.of(columns), NOW);
    }

    private static JsonNode envelope(RestSource rest, JsonNode row) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.putArray(JsonPath.of(rest.records()).names().get(0)).add(row);
        return envelope;
    }
}
