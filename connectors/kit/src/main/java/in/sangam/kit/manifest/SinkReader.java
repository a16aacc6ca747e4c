package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Sink;
import in.sangam.kit.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what a portal accepts from the hub. */
record SinkReader(String portal, Transport transport, Problems problems) {

    List<Sink> read(JsonNode declared) {
        List<Sink> sinks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : declared.properties()) {
            if (!(transport instanceof Transport.Rest rest)) {
                problems.at(
                        Pointers.append("/sinks", each.getKey()),
                        "only a connector of kind rest has sinks",
                        "Remove it, or reach the portal by rest");
                continue;
            }
            JsonNode sink = each.getValue();
            sinks.add(new Sink(
                    portal,
                    each.getKey(),
                    sink.path("accepts").asText(),
                    sink.path("method").asText("POST"),
                    rest.url() + sink.path("path").asText(),
                    sink.path("idempotency").asText("Idempotency-Key"),
                    Texts.map(sink.path("body")),
                    sink.path("receipt").asText("$.receipt"),
                    sink.path("refusal").asText("$.code")));
        }
        return sinks;
    }
}
