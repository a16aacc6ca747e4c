package in.sangam.kit;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigException;
import in.sangam.kit.manifest.ConnectorReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The connector folders of an installation. */
public final class Connectors {

    /** Setting that holds the key of the pseudonyms. */
    public static final String PSEUDONYM_KEY = "pseudonym.key";

    private Connectors() {}

    /**
     * Reads every folder that has a {@code connector.yaml}, in the order of their names; one whose setting
     * {@code <portal>.enabled} is {@code false} is left out.
     *
     * @throws ConfigException with everything that is wrong in any of them
     */
    public static List<Connector> load(Path folder, Settings settings) {
        List<Connector> connectors = new ArrayList<>();
        List<ConfigError> errors = new ArrayList<>();
        for (Path each : folders(folder, settings).values()) {
            ConnectorReader reader = new ConnectorReader(each, settings);
            Connector connector = reader.read();
            if (connector != null) {
                connectors.add(connector);
            }
            errors.addAll(reader.errors());
        }
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
        return List.copyOf(connectors);
    }

    /** Reads one folder; throws {@link ConfigException} with everything that is wrong in it. */
    public static Connector read(Path folder, Settings settings) {
        ConnectorReader reader = new ConnectorReader(folder, settings);
        Connector connector = reader.read();
        if (connector == null) {
            throw new ConfigException(reader.errors());
        }
        return connector;
    }

    /** Returns the folders that hold a connector which is not left out, by the portal's name in order. */
    public static SortedMap<String, Path> folders(Path folder, Settings settings) {
        SortedMap<String, Path> folders = new TreeMap<>();
        try (java.util.stream.Stream<Path> all = Files.list(folder)) {
            all.filter(each -> Files.isRegularFile(each.resolve(ConnectorReader.MANIFEST)))
                    .forEach(each -> folders.put(each.getFileName().toString(), each));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the connectors cannot be read: " + folder, e);
        }
        folders.keySet().removeIf(id -> "false".equals(settings.find(id + ".enabled")));
        return folders;
    }

    /** Returns the hash of what decides how a portal is read, as {@link Connector#hash} has it. */
    public static String hash(Path connector) {
        return ConnectorReader.hash(connector);
    }
}
