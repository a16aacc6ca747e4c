package in.sangam.routes.deliver;

import in.sangam.kit.Connector;
import in.sangam.kit.Sink;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    String names() {
        return acceptsByName.isEmpty() ? "none" : String.join(", ", acceptsByName.keySet());
    }

    String acceptedBy(String name) {
        return String.valueOf(acceptsByName.get(name));
    }

    /** Returns the word nearest to what was written, by the fewest letters to change. */
    static String nearest(String written, List<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(word -> distance(written, word)))
                .orElse(written);
    }

    String nearest(String written) {
        return nearest(written, List.copyOf(acceptsByName.keySet()));
    }

    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = now;
        }
        return before[other.length()];
    }
}
