package in.sangam.app.cli;

import in.sangam.app.data.Passwords;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the verbs that reach a live portal take its address and secrets from. */
final class PortalFile {

    @Option(
            names = "--portals",
            paramLabel = "FILE",
            description = "Properties file with addresses and secrets; else PORTALS_… in the environment")
    private @Nullable Path file;

    /** Returns the settings; the key of pseudonyms is one for this call alone. */
    Settings settings() {
        Properties values = ConnectorFolder.properties(file);
        String key = Passwords.key();
        return name -> name.equals(Connectors.PSEUDONYM_KEY)
                ? key
                : values.getProperty(name, System.getenv("PORTALS_" + inEnvironment(name)));
    }

    private static String inEnvironment(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
