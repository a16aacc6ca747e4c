package in.sangam.bench.campaign;

import in.sangam.bench.SandboxPortals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By which arguments and settings alone a hub joins others on one broker and one database, both reached through relays. */
final class HubSettings {

    static final String AS_OF = "2026-10-31T18:00:00+05:30";

    private HubSettings() {}

    static List<String> arguments(SandboxPortals portals) {
        return List.of(
                "run", "--as-of", AS_OF, "--portals", portals.propertiesFile().toString());
    }

    /** @param folder takes the file with the database's password */
    static Map<String, String> environment(
            Path folder, DatabaseServer database, Relay toDatabase, BrokerServer broker, Relay toBroker)
            throws IOException {
        Path password = folder.resolve("database.password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, database.password());
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "HUB_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + toDatabase.port() + "/" + DatabaseServer.NAME);
        environment.put("HUB_DATASOURCE_USERNAME", DatabaseServer.NAME);
        environment.put("HUB_DATASOURCE_PASSWORDFILE", password.toString());
        environment.put("HUB_BROKER_URL", "tcp://127.0.0.1:" + toBroker.port());
        environment.put("HUB_BROKER_USERNAME", BrokerServer.USER);
        environment.put("HUB_BROKER_PASSWORDFILE", broker.passwordFile().toString());
        environment.put("HUB_POLL", "2s");
        // Hubs that share a database give the same person the same pseudonym.
        environment.put("PORTALS_PSEUDONYM_KEY", "5a".repeat(32));
        return environment;
    }
}
