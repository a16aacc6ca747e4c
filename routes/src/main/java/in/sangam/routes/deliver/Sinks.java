package in.sangam.routes.deliver;

import in.sangam.kit.Connector;
import in.sangam.kit.Sink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The sinks of all connectors by name, to check flows against. */
final class Sinks {

    private final Map<String, String> acceptsByName = new TreeMap<>();

    Sinks(List<Connector> connectors) {
        for (Connector connector : connectors) {
            for (Sink sink : connector.sinks()) {
                acceptsByName.put(SinkPlan.nameOf(sink), sink.accepts());
            }
        }
    }

    boolean has(String name) {
        return acceptsByName.containsKey(name);
    }

    boolean accepts(String name, String kind) {
        return kind.equals(acceptsByName.get(name));
    }

    Set<String> names() {
        return acceptsByName.keySet();
    }

    String acceptedBy(String name) {
        return String.valueOf(acceptsByName.get(name));
    }
}
