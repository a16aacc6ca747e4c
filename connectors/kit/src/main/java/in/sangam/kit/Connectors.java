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
        for (Path each : folders(folder)) {
            if ("false".equals(settings.find(each.getFileName() + ".enabled"))) {
                continue;
            }
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
