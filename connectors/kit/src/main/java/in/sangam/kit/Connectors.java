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
        return read(folders(folder).stream().filter(each -> isConnected(each, settings)), settings);
    }

    /**
     * Reads the folders of portals that are not connected: those whose setting {@code <portal>.enabled} is {@code false}, and
     * those that ask for settings of which not one has a value. Where some have a value and others lack it, that is a slip
     * and no decision: such a folder is not left out.
     */
    public static List<Connector> leftOut(Path folder, Settings settings) {
        return read(folders(folder).stream().filter(each -> !isConnected(each, settings)), Settings.unset());
    }

    private static boolean isConnected(Path folder, Settings settings) {
        if ("false".equals(settings.find(folder.getFileName() + ".enabled"))) {
            return false;
        }
        Set<String> names = NamedSettings.of(folder);
        return names.isEmpty() || names.stream().anyMatch(name -> settings.find(name) != null);
    }

    private static List<Connector> read(java.util.stream.Stream<Path> folders, Settings settings) {
        List<Connector> connectors = new ArrayList<>();
        List<ConfigError> errors = new ArrayList<>();
        for (Path each : folders.toList()) {
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

    private static List<Path> folders(Path folder) {
        try (java.util.stream.Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.isRegularFile(each.resolve(ConnectorReader.MANIFEST)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the connectors cannot be read: " + folder, e);
        }
    }
}
