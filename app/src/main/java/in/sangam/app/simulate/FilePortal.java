package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Connector;
import in.sangam.kit.Settings;
import in.sangam.kit.Source.FileSource;
import in.sangam.kit.Transport.FileDrop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A portal that drops files into a folder, of this machine or of an SFTP server where the manifest names its key; a few rows in each, named and written as the manifest says. */
final class FilePortal implements SimulatedPortal {

    private static final int ROWS = 3;

    /** All files are of one age, so that the same row has the same version in each. */
    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-10-31T12:00:00Z"));

    private final Map<String, ServedRows> rows = new LinkedHashMap<>();
    private final Map<String, FileSource> sources = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> credentials = new LinkedHashMap<>();
    private final @Nullable SimulatedSftp server;
    private final Path knownHosts;
    private final Path home;
    private final Path folder;

    FilePortal(Manifest manifest, Connector connector) {
        for (String kind : List.of("username", "password", "privateKey", "passphrase")) {
            if (manifest.auth().has(kind)) {
                credentials.put(kind, manifest.auth().get(kind).asText());
            }
        }
        JsonNode declared = manifest.of("file");
        String url = declared.path("url").asText();
        try {
            home = Files.createTempDirectory("sangam-drop");
            Path root = Files.createDirectory(home.resolve("root"));
            server = declared.has("knownHosts") ? new SimulatedSftp(root) : null;
            knownHosts = home.resolve("known_hosts");
            manifest.addresses().forEach(name -> settings.put(name, address(url, root)));
            if (server != null) {
                server.knownHosts(knownHosts);
                Manifest.settings(declared.path("knownHosts").asText())
                        .forEach(name -> settings.put(name, knownHosts.toString()));
                for (Map.Entry<String, String> each : credentials.entrySet()) {
                    settings.put(each.getValue(), server.secret(each.getKey()));
                }
            }
            String resolved = Settings.of(settings).resolve(url);
            folder = Files.createDirectories(
                    server == null ? Path.of(resolved) : root.resolve(resolved.replaceFirst("sftp://[^/]*/*", "")));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no temporary folder to drop files into", e);
        }
        for (in.sangam.kit.Stream each : connector.streams()) {
            rows.put(each.name(), new ServedRows(each));
            sources.put(each.name(), (FileSource) each.source());
        }
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public List<String> credentials() {
        return server == null ? List.of() : List.copyOf(credentials.values());
    }

    @Override
    public String wrong(String credential) {
        return credential.equals(credentials.get("privateKey")) ? SimulatedSftp.otherKey() : "wrong";
    }

    /** The server is known by a key of its own, which no file of the connector can hold. */
    @Override
    public Connector reaching(Connector connector) {
        return connector.transport() instanceof FileDrop drop && drop.server() != null
                ? connector.by(drop.knownBy(knownHosts))
                : connector;
    }

    @Override
    public String notShown() {
        return server == null
                ? ""
                : "The simulated SFTP server has a key of its own, which stood in for the one in knownHosts:; whether that"
                        + " is the live server's, ./hub check shows.";
    }

    private String address(String url, Path root) {
        if (server == null) {
            return root.toString();
        }
        return url.startsWith("sftp:") ? server.address() : "sftp://" + server.address() + "/outgoing";
    }

    @Override
    public ServedRows rows(String stream) {
        return Objects.requireNonNull(rows.get(stream), "The connector has no such stream");
    }

    @Override
    public void publish() {
        sources.forEach((stream, source) -> {
            List<ObjectNode> all = rows(stream).from(null);
            int each = source.files().contains("*") ? ROWS : Math.max(1, all.size());
            for (int start = 0; start < all.size(); start += each) {
                drop(source, start / each, all.subList(start, Math.min(all.size(), start + each)), false);
            }
        });
    }

    @Override
    public void fault(Fault fault) {
        switch (fault) {
            case NONE, TRUNCATED ->
                sources.forEach((stream, source) -> {
                    List<ObjectNode> all = rows(stream).from(null);
                    drop(source, all.size(), all.subList(0, Math.min(ROWS, all.size())), fault == Fault.TRUNCATED);
                });
            default -> throw new UnsupportedOperationException("A dropped file has no such fault");
        }
    }

    @Override
    public Fault unreadable() {
        return Fault.TRUNCATED;
    }

    @Override
    public List<Long> requests() {
        return List.of();
    }

    @Override
    public int rowsOfAnAnswer() {
        return ROWS;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(each -> each.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + home + " cannot be removed", e);
        }
    }

    /** The file has another name until it is whole, and its sign beside it, so that every way of finishing finds it. */
    private void drop(FileSource source, int number, List<ObjectNode> some, boolean truncated) {
        String name = named(source.files(), number);
        Path part = folder.resolve(name + ".part");
        try {
            byte[] content = DroppedFile.of(source, some);
            Files.write(part, truncated ? cut(source, content) : content);
            Files.setLastModifiedTime(part, WRITTEN);
            Files.write(folder.resolve(name + ".done"), new byte[0]);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be dropped", e);
        }
    }

    /** Half a CSV file may be a shorter one: it breaks off within quotes. */
    private static byte[] cut(FileSource source, byte[] content) {
        return source.format() == in.sangam.kit.Source.FileFormat.CSV
                ? (new String(content, source.charset()) + "\"").getBytes(source.charset())
                : Arrays.copyOf(content, content.length / 2);
    }

    /** Returns a name that the pattern holds. */
    private static String named(String pattern, int number) {
        return pattern.replace("*", String.valueOf(number))
                .replace('?', '0')
                .replaceAll("\\{([^,}]*)[^}]*}", "$1")
                .replaceAll("\\[(.).*?]", "$1");
    }
}
