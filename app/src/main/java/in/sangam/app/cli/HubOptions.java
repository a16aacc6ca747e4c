package in.sangam.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that {@code run} and {@code demo} share. A flag wins over the environment, which wins over application.yaml. */
final class HubOptions {

    @Mixin
    private HubFolders folders = new HubFolders();

    @Option(names = "--connectors", paramLabel = "DIR", description = "Folder with one folder per portal")
    @Nullable
    Path connectors;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = PortNumber.class,
            description = "HTTP port (default: 8080; 0 for any free one)")
    @Nullable
    Integer port;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Address to listen on (default: 127.0.0.1)")
    @Nullable
    String address;

    /** Returns the settings that the flags name, as Spring properties. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        put(properties, "hub.data", folders.data);
        put(properties, "hub.config", folders.config);
        put(properties, "hub.connectors", connectors);
        put(properties, "server.port", port);
        put(properties, "server.address", address);
        return properties;
    }

    static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value.toString());
        }
    }

    /** Returns the top of the installation, where config/ and connectors/ lie; the script says where that is. */
    static Path home() {
        return Path.of(System.getProperty("hub.home", ".")).toAbsolutePath().normalize();
    }

    /** Returns the jar of the sandbox portals; the script says which, when it has unpacked it. */
    static Path sandboxJar() {
        String chosen = System.getProperty("hub.sandbox");
        return chosen != null ? Path.of(chosen) : home().resolve("sandbox/target/sangam-sandbox.jar");
    }

    Path configFolder() {
        return folders.configFolder();
    }

    Path connectorsFolder() {
        return connectors != null ? connectors : home().resolve("connectors");
    }

    Path dataFolder() {
        return folders.dataFolder();
    }
}
