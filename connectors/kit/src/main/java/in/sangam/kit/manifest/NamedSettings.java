package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** The names of the settings that a manifest asks for: addresses as <code>${name}</code>, and secrets by their names under auth. */
public final class NamedSettings {

    private static final Set<String> SECRETS =
            Set.of("bearer", "apiKey", "username", "password", "clientId", "clientSecret", "key", "secret", "next");

    private NamedSettings() {}

    /** Returns the names in alphabetical order; none when the manifest cannot be read, which its reader tells. */
    public static Set<String> of(Path folder) {
        Set<String> names = new TreeSet<>();
        try {
            String content = Files.readString(folder.resolve(ConnectorReader.MANIFEST));
            collect(
                    YamlFile.read(ConnectorReader.MANIFEST, content, new Problems())
                            .tree(),
                    false,
                    names);
        } catch (IOException toldByItsReader) {
            names.clear();
        }
        return names;
    }

    private static void collect(JsonNode node, boolean auth, Set<String> names) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (auth && SECRETS.contains(each.getKey()) && each.getValue().isTextual()) {
                names.add(each.getValue().asText());
            }
            collect(each.getValue(), auth || each.getKey().equals("auth"), names);
        }
        if (node.isTextual()) {
            Matcher reference = Settings.REFERENCE.matcher(node.textValue());
            while (reference.find()) {
                names.add(reference.group(1));
            }
        }
    }
}
