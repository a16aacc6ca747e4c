package in.sangam.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the verbs that speak to a running hub find it, and as whom they log in. */
final class HubAddress {

    private static final String CREDENTIALS = "credentials.properties";

    @Option(
            names = "--hub",
            paramLabel = "URL",
            description = "Address of the running hub (default: ${DEFAULT-VALUE})",
            defaultValue = "http://127.0.0.1:8080")
    private String url = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Its data folder, whose credentials.properties holds the password (default: ./data); else"
                    + " HUB_PASSWORD in the environment")
    private @Nullable Path data;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Login (default: ${DEFAULT-VALUE})",
            defaultValue = "admin")
    private String user = "";

    HubClient client() {
        String given = System.getenv("HUB_PASSWORD");
        return new HubClient(url, user, given != null ? given : generated());
    }

    private String generated() {
        Path file = (data != null ? data : Path.of("data")).resolve(CREDENTIALS);
        String password =
                Files.isReadable(file) ? ConnectorFolder.properties(file).getProperty(user) : null;
        if (password == null) {
            throw new IllegalArgumentException(
                    "There is no password of '" + user + "': neither HUB_PASSWORD is set, nor does " + file
                            + " hold one. Give --data with the hub's data folder");
        }
        return password;
    }
}
