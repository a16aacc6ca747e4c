package in.sangam.app.wiring;

import in.sangam.app.data.DataFolder;
import in.sangam.app.data.Passwords;
import in.sangam.app.data.SecretFile;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Addresses and secrets of the portals by name: from the properties file that {@code hub.portals} names, else from the
 * environment ({@code PORTALS_…}), else from {@code portals:} in application.yaml. The file is read again when it has changed, so
 * that a portal can be connected while the hub runs. The key of pseudonyms is the folder's own where none is given; hubs that
 * share a database must be given the same.
 */
final class PortalSettings implements Settings {

    private final @Nullable PropertiesFile file;
    private final Environment environment;
    private final SecretFile secrets;

    PortalSettings(HubSettings settings, DataFolder folder, Environment environment) {
        Path portals = settings.portals();
        this.file = portals == null ? null : new PropertiesFile(portals);
        this.environment = environment;
        this.secrets = new SecretFile(folder.file("secrets.properties"));
    }

    @Override
    public @Nullable String find(String name) {
        String given = file == null ? null : file.now().getProperty(name);
        if (given == null) {
            given = environment.getProperty("portals." + name);
        }
        return given == null && name.equals(Connectors.PSEUDONYM_KEY) ? secrets.getOrMake(name, Passwords::key) : given;
    }
}
