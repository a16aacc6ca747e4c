package in.sangam.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every verb that opens a hub's store: where its data and its configuration lie. */
final class HubFolders {

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder of the hub (default: ./data)")
    @Nullable
    Path data;

    @Option(names = "--config", paramLabel = "DIR", description = "Folder with application.yaml, kpis, rules, places …")
    @Nullable
    Path config;

    Path configFolder() {
        return config != null ? config : HubOptions.home().resolve("config");
    }

    Path dataFolder() {
        String fromEnvironment = System.getenv("HUB_DATA");
        return data != null ? data : Path.of(fromEnvironment == null ? "data" : fromEnvironment);
    }
}
