package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds secrets written into a manifest: they belong into settings, and the manifest into a repository that many read. */
final class Secrets {

    private static final Pattern NAME =
            Pattern.compile("(?i)(authorization|password|passwd|secret|token|api[-_]?key|credential|x-api-key)");
    private static final Pattern IN_URL =
            Pattern.compile("(?i)(//[^/@\\s]*:[^/@\\s]*@|[?&;](password|passwd|token|api[-_]?key|secret)=[^$&\\s]+)");
    private static final Pattern LOOKS_SO = Pattern.compile(
            "(?i)(bearer |basic )[a-z0-9+/=._-]{8,}|eyJ[a-zA-Z0-9_-]{10,}\\.[a-zA-Z0-9_-]+.*|-----BEGIN .*");
    private static final String REMEDY = "Put it into a setting and give the setting's name under auth:";

    private Secrets() {}

    static void check(JsonNode node, String pointer, Problems problems) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                check(each.getValue(), Pointers.append(pointer, each.getKey()), problems);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), pointer + '/' + i, problems);
            }
        } else if (node.isTextual() && literal(node.textValue(), pointer)) {
            problems.at(pointer, "a secret stands in the manifest", REMEDY);
        }
    }

    private static boolean literal(String text, String pointer) {
        if (LOOKS_SO.matcher(text).matches() || IN_URL.matcher(text).find()) {
            return true;
        }
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        boolean carriesOne = pointer.contains("/headers/") || pointer.contains("/query/");
        return carriesOne && NAME.matcher(name).find() && text.indexOf('{') < 0;
    }
}
