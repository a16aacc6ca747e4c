package in.sangam.app.cli;

import in.sangam.core.config.NearestWord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the verbs on connectors find what they are about. */
final class ConnectorFolder {

    private static final String MANIFEST = "connector.yaml";

    @Option(names = "--connectors", paramLabel = "DIR", description = "Folder with one folder per portal")
    private @Nullable Path connectors;

    @Option(names = "--config", paramLabel = "DIR", description = "Folder with kpis, rules, places …")
    private @Nullable Path config;

    Path configFolder() {
        return config != null ? config : HubOptions.home().resolve("config");
    }

    Path connectorsFolder() {
        return connectors != null ? connectors : HubOptions.home().resolve("connectors");
    }

    /** Returns the option that leads another verb to the same folder; empty where it is the hub's own. */
    String option() {
        return connectors == null ? "" : " --connectors " + connectors;
    }

    /** Returns every folder that has a manifest, in the order of their names. */
    List<Path> all() {
        try (Stream<Path> folders = Files.list(connectorsFolder())) {
            return folders.filter(each -> Files.isRegularFile(each.resolve(MANIFEST)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the connectors cannot be read: " + connectorsFolder(), e);
        }
    }

    /** Returns the folder of a connector by its name, or by its path. */
    Path named(String connector) {
        for (Path each : List.of(connectorsFolder().resolve(connector), Path.of(connector))) {
            if (Files.isRegularFile(each.resolve(MANIFEST))) {
                return each.toAbsolutePath().normalize();
            }
        }
        List<String> names =
                all().stream().map(each -> each.getFileName().toString()).toList();
        throw new IllegalArgumentException("There is no connector '" + connector + "' in " + connectorsFolder() + ". "
                + NearestWord.remedy(connector, names));
    }

    /** Returns the properties of a file of addresses and secrets; none for null. */
    static Properties properties(@Nullable Path file) {
        Properties values = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The file of portals " + file
                                + " cannot be read: see that it is there, and that this user may read it",
                        e);
            }
        }
        return values;
    }
}
