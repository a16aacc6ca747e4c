package in.sangam.kit;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigException;
import in.sangam.kit.manifest.ConnectorReader;
import in.sangam.kit.manifest.NamedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The connector folders of an installation. */
public final class Connectors {

    /** Setting that holds the key of the pseudonyms. */
    public static final String PSEUDONYM_KEY = "pseudonym.key";

    private Connectors() {}

    /**
     * Reads every folder that has a {@code connector.yaml}, in the order of their names, but for those that are
     * {@link #leftOut}.
     *
     * @throws ConfigException with everything that is wrong in any of them
     */
    public static List<Connector> load(Path folder, Settings settings) {
        return read(folders(folder, settings), settings);
    }

    /**
     * Reads the folders of portals that are not connected: those whose setting {@code <portal>.enabled} is {@code false}, and
     * those that ask for settings of which not one has a value. Where some have a value and others lack it, that is a slip
     * and no decision: such a folder is not left out.
     */
    public static List<Connector> leftOut(Path folder, Settings settings) {
        return read(chosen(folder, each -> !isConnected(each, settings)), Settings.unset());
    }

    private static List<Connector> read(SortedMap<String, Path> folders, Settings settings) {
        List<Connector> connectors = new ArrayList<>();
        List<ConfigError> errors = new ArrayList<>();
        for (Path each : folders.values()) {
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
        return chosen(folder, each -> isConnected(each, settings));
    }

    private static SortedMap<String, Path> chosen(Path folder, Predicate<Path> wanted) {
        SortedMap<String, Path> folders = new TreeMap<>();
        try (java.util.stream.Stream<Path> all = Files.list(folder)) {
            all.filter(each -> Files.isRegularFile(each.resolve(ConnectorReader.MANIFEST)))
                    .filter(wanted)
                    .forEach(each -> folders.put(each.getFileName().toString(), each));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the connectors cannot be read: " + folder, e);
        }
        return folders;
    }

    private static boolean isConnected(Path folder, Settings settings) {
        if ("false".equals(settings.find(folder.getFileName() + ".enabled"))) {
            return false;
        }
        Set<String> names = NamedSettings.of(folder);
        return names.isEmpty() || names.stream().anyMatch(name -> settings.find(name) != null);
    }

    /** Returns the settings that a folder's manifest names and that have no value, in alphabetical order. */
    public static List<String> unset(Path folder, Settings settings) {
        return NamedSettings.of(folder).stream()
                .filter(name -> settings.find(name) == null)
                .toList();
    }

    /** Returns the hash of what decides how a portal is read, as {@link Connector#hash} has it. */
    public static String hash(Path connector) {
        return ConnectorReader.hash(connector);
    }
}
