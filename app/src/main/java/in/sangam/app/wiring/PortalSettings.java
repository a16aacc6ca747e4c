package in.sangam.app.wiring;

import in.sangam.app.data.DataFolder;
import in.sangam.app.data.Passwords;
import in.sangam.app.data.SecretFile;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Addresses and secrets of the portals by name: from the properties file that {@code hub.portals} names, else from the
 * environment ({@code PORTALS_…}), else from {@code portals:} in application.yaml. The key of pseudonyms is the folder's own
 * where none is given; hubs that share a database must be given the same.
 */
final class PortalSettings implements Settings {

    private final Properties file;
    private final Environment environment;
    private final SecretFile secrets;

    PortalSettings(HubSettings settings, DataFolder folder, Environment environment) {
        this.file = read(settings.portals());
        this.environment = environment;
        this.secrets = new SecretFile(folder.file("secrets.properties"));
    }

    @Override
    public @Nullable String find(String name) {
        String given = file.getProperty(name);
        if (given == null) {
            given = environment.getProperty("portals." + name);
        }
        return given == null && name.equals(Connectors.PSEUDONYM_KEY) ? secrets.getOrMake(name, Passwords::key) : given;
    }

    private static Properties read(@Nullable Path path) {
        Properties values = new Properties();
        if (path == null) {
            return values;
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            values.load(reader);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException("The file of portals " + path + " (hub.portals) cannot be read", e);
        }
    }
}
