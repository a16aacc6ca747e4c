package in.sangam.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The connector folders of this repository, read with a known pseudonym key and no other setting. */
public final class ShippedConnectors {

    public static final Path FOLDER = Path.of("..").toAbsolutePath().normalize();

    private ShippedConnectors() {}

    public static Settings settings() {
        return Settings.of(Map.of(Connectors.PSEUDONYM_KEY, "a key for tests")).or(Settings.unset());
    }

    public static List<Connector> load() {
        return Connectors.load(FOLDER, settings());
    }

    public static Stream stream(String portal, String name) {
        return Connectors.read(FOLDER.resolve(portal), settings()).stream(name);
    }
}
