package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;

/** The names of the settings that a manifest asks for: addresses as <code>${name}</code>, and secrets by their names under auth. */
public final class NamedSettings {

    private static final Set<String> SECRETS =
            Set.of("bearer", "apiKey", "username", "password", "clientId", "clientSecret", "key", "secret", "next");

    /** Folders are looked at each second, and a manifest is parsed again only when its text has changed. */
    private static final Map<Path, Parsed> LAST = new ConcurrentHashMap<>();

    private record Parsed(String manifest, Set<String> names) {}

    private NamedSettings() {}

    /** Returns the names in alphabetical order; none when the manifest cannot be read, which its reader tells. */
    public static Set<String> of(Path folder) {
        try {
            String manifest = Files.readString(folder.resolve(ConnectorReader.MANIFEST));
            Parsed last = LAST.get(folder);
            if (last == null || !last.manifest.equals(manifest)) {
                last = new Parsed(manifest, namesIn(manifest));
                LAST.put(folder, last);
            }
            return last.names;
        } catch (IOException toldByItsReader) {
            LAST.remove(folder);
            return Set.of();
        }
    }

    private static Set<String> namesIn(String manifest) {
        SortedSet<String> names = new TreeSet<>();
        collect(
                YamlFile.read(ConnectorReader.MANIFEST, manifest, new Problems())
                        .tree(),
                false,
                names);
        return Collections.unmodifiableSortedSet(names);
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
