package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.config.ConfigError;
import in.sangam.kit.Connector;
import in.sangam.kit.Promise;
import in.sangam.kit.Settings;
import in.sangam.kit.Sink;
import in.sangam.kit.Stream;
import in.sangam.kit.Title;
import in.sangam.kit.Transport;
import in.sangam.kit.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one connector folder; says everything that is wrong with it at once. */
public final class ConnectorReader {

    /** Name of the manifest in a connector's folder. */
    public static final String MANIFEST = "connector.yaml";

    private final Path folder;
    private final Settings settings;
    private final Problems problems = new Problems();

    public ConnectorReader(Path folder, Settings settings) {
        this.folder = folder.toAbsolutePath().normalize();
        this.settings = settings;
    }

    /** Reads the folder; null when there are {@link #errors}. */
    public @Nullable Connector read() {
        String id = folder.getFileName().toString();
        String label = id + "/" + MANIFEST;
        try {
            JsonNode manifest = YamlFile.read(label, Files.readString(folder.resolve(MANIFEST)), problems)
                    .tree();
            if (problems.none()) {
                ManifestSchema.check(manifest, problems);
                Secrets.check(manifest, "", problems);
            }
            return problems.none() ? connector(id, manifest, FolderHash.of(folder)) : null;
        } catch (IOException e) {
            problems.add(
                    new ConfigError(label, 0, "", "the folder cannot be read", "Check that its files may be read"));
            return null;
        }
    }

    /** Returns the hash of a folder's content without reading what it says. */
    public static String hash(Path folder) {
        try {
            return FolderHash.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }

    /** Returns what is wrong. */
    public List<ConfigError> errors() {
        return problems.errors();
    }

    private @Nullable Connector connector(String id, JsonNode manifest, String hash) {
        if (!manifest.has("streams") && !manifest.has("sinks")) {
            problems.at("", "neither streams nor sinks are given", "Say what the portal gives or accepts");
        }
        TransportReader transports = new TransportReader(folder, settings, problems);
        Transport transport = transports.read(manifest);
        if (transport == null) {
            return null;
        }
        Duration every = Durations.of(manifest.path("every").asText(transport instanceof Transport.Jms ? "1s" : "10m"));
        StreamReader reader = new StreamReader(
                id, transport, manifest, every, new MappingReader(folder, problems), settings, problems, hash);
        List<Stream> streams = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : manifest.path("streams").properties()) {
            Stream stream = reader.read(each.getKey(), each.getValue());
            if (stream != null) {
                streams.add(stream);
            }
        }
        Transport.Rest entrance = transports.entrance(manifest, transport);
        List<Sink> sinks = new SinkReader(id, entrance, problems).read(manifest.path("sinks"));
        if (!problems.none()) {
            return null;
        }
        Title title = new Title(
                manifest.path("title").path("en").asText(),
                manifest.path("title").path("hi").asText());
        return new Connector(
                id,
                title,
                manifest.path("owner").asText(),
                transport,
                streams,
                sinks,
                entrance,
                promise(manifest),
                window(manifest),
                hash);
    }

    private static @Nullable Window window(JsonNode manifest) {
        if (!manifest.has("window")) {
            return null;
        }
        String[] ends = manifest.get("window").asText().split("-");
        return new Window(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    private static Promise promise(JsonNode manifest) {
        JsonNode promise = manifest.path("promise");
        String reject = promise.path("reject").asText("<1%");
        return new Promise(
                Durations.of(promise.path("fresh").asText("1h")),
                new BigDecimal(reject.substring(1, reject.length() - 1)).movePointLeft(2));
    }
}
