package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Sink;
import in.sangam.kit.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a portal accepts from the hub. */
record SinkReader(String portal, Transport.@Nullable Rest entrance, Problems problems) {

    List<Sink> read(JsonNode declared) {
        List<Sink> sinks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : declared.properties()) {
            if (entrance == null) {
                problems.at(
                        Pointers.append("/sinks", each.getKey()),
                        "nothing says how the sink is reached",
                        "Add deliver: with the url of the portal's HTTP entrance");
                continue;
            }
            JsonNode sink = each.getValue();
            sinks.add(new Sink(
                    portal,
                    each.getKey(),
                    sink.path("accepts").asText(),
                    sink.path("method").asText("POST"),
                    entrance.url() + sink.path("path").asText(),
                    sink.path("idempotency").asText("Idempotency-Key"),
                    Texts.map(sink.path("body")),
                    codes(sink.path("codes")),
                    sink.path("receipt").asText("$.receipt"),
                    sink.path("refusal").asText("$.code")));
        }
        return sinks;
    }

    private static Map<String, Map<String, String>> codes(JsonNode declared) {
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        declared.properties().forEach(member -> codes.put(member.getKey(), Texts.map(member.getValue())));
        return codes;
    }
}
