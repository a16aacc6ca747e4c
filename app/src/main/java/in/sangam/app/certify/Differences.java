package in.sangam.app.certify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares a record with what an example expects. The due date is left out: it follows config/, which changes by itself. */
final class Differences {

    private static final Set<String> BY_CONFIG = Set.of("due", "dueRule", "dueProvisional");

    private Differences() {}

    /** Returns the first difference in a sentence, empty when there is none. */
    static String of(JsonNode made, JsonNode expected) {
        if (!made.path("place").asText("").equals(expected.path("place").asText(""))) {
            return "the place is '" + made.path("place").asText("") + "', expected '"
                    + expected.path("place").asText("") + "'.";
        }
        for (String part : List.of("fields", "attributes")) {
            Set<String> names = new TreeSet<>();
            for (JsonNode each : List.of(made.path(part), expected.path(part))) {
                for (Map.Entry<String, JsonNode> member : each.properties()) {
                    names.add(member.getKey());
                }
            }
            names.removeAll(BY_CONFIG);
            for (String name : names) {
                if (!same(
                        made.path(part).path(name).asText(),
                        expected.path(part).path(name).asText())) {
                    return "'" + name + "' is " + made.path(part).path(name) + ", expected "
                            + expected.path(part).path(name) + ".";
                }
            }
        }
        return "";
    }

    /** A database may write the same moment in another way than the example. */
    private static boolean same(String made, String expected) {
        if (made.equals(expected)) {
            return true;
        }
        try {
            return OffsetDateTime.parse(made)
                    .toInstant()
                    .equals(OffsetDateTime.parse(expected).toInstant());
        } catch (DateTimeParseException noMoments) {
            return false;
        }
    }
}
