package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.record.Kind;
import in.sangam.kit.Connectors;
import in.sangam.kit.Cursor;
import in.sangam.kit.Secret;
import in.sangam.kit.Settings;
import in.sangam.kit.Source;
import in.sangam.kit.Stream;
import in.sangam.kit.Transport;
import in.sangam.kit.edge.Edge;
import in.sangam.kit.edge.Masking;
import in.sangam.kit.edge.Masking.Mode;
import in.sangam.kit.translate.Translator;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one stream of a manifest that the schema has passed. */
record StreamReader(
        String portal,
        Transport transport,
        JsonNode manifest,
        Duration every,
        MappingReader mappings,
        Settings settings,
        Problems problems,
        String hash) {

    /** Reads a stream; null when a problem was found. */
    @Nullable
    Stream read(String name, JsonNode stream) {
        String at = Pointers.append("/streams", name);
        int before = problems.errors().size();
        Kind kind = Kind.valueOf(
                stream.path("into").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        Cursor cursor = CursorReader.read(stream.path("cursor"), at + "/cursor", problems);
        Source source = SourceReader.read(transport, manifest, stream, at, cursor, problems);
        VersionPath version = VersionPath.of(stream.path("version").asText(), at + "/version", problems);
        Masking masking = masking(stream, at, version, cursor);
        var mapping = mappings.read(stream, at, kind);
        if (problems.errors().size() > before || source == null || mapping == null) {
            return null;
        }
        String key = stream.path("key").asText();
        String type = stream.path("type").asText();
        return new Stream(
                portal,
                name,
                stream.has("every") ? Durations.of(stream.get("every").asText()) : every,
                source,
                kind,
                type,
                key,
                version.field(),
                cursor,
                new Edge(source, cursor, key, masking),
                new Translator(kind, type, key, version.field(), version.pattern(), mapping),
                hash);
    }

    private Masking masking(JsonNode stream, String at, VersionPath version, @Nullable Cursor cursor) {
        Map<String, Mode> declared = new HashMap<>();
        stream.path("mask").forEach(each -> declared.put(each.asText(), Mode.MASK));
        stream.path("pseudonym").forEach(each -> declared.put(each.asText(), Mode.PSEUDONYM));
        Set<String> kept = new HashSet<>();
        kept.add(stream.path("key").asText());
        kept.add(version.field());
        if (cursor != null) {
            kept.add(cursor.field());
        }
        for (String field : kept) {
            if (declared.get(field) == Mode.MASK) {
                problems.at(
                        at + "/mask",
                        "'" + field + "' is key, version or cursor and cannot be masked",
                        "Without it no record is told from another: use pseudonym: for it");
            }
        }
        stream.path("keep").forEach(each -> kept.add(each.asText()));
        if (stream.has("pseudonym") && settings.find(Connectors.PSEUDONYM_KEY) == null) {
            problems.at(
                    at + "/pseudonym",
                    "the key of the pseudonyms is not set",
                    "Give the setting " + Connectors.PSEUDONYM_KEY + "; the hub makes one at its first start");
        }
        return new Masking(declared, kept, Secret.named(Connectors.PSEUDONYM_KEY, settings));
    }
}
