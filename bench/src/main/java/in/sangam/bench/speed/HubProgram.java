package in.sangam.bench.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the bench starts the product: on a data folder of its own, with one connector and the configuration of the checkout. */
final class HubProgram {

    private static final String STREAM = "  applications:\n";

    private final Path home;

    /** @param home the checkout, built */
    HubProgram(Path home) {
        this.home = home;
    }

    Path home() {
        return home;
    }

    /** Returns the call of a hub that polls as its connector's manifest says. */
    Contender.Call call(BenchPortal portal, Path folder) throws IOException {
        return call(portal, folder, "10m", 0);
    }

    /**
     * Returns the call of a hub.
     *
     * @param every period of polling, as a manifest writes it
     * @param port of its API, 0 for any
     */
    Contender.Call call(BenchPortal portal, Path folder, String every, int port) throws IOException {
        String declared = declared();
        return call(
                folder,
                declared.replace(STREAM, STREAM + "    every: " + every + "\n"),
                "rtps.url=" + portal.url() + "\nrtps.token=" + portal.token() + "\n",
                port);
    }

    /** Returns the call of a hub whose portal drops its applications as CSV files into a folder. */
    Contender.Call dropping(Path drops, Path folder, int port) throws IOException {
        String manifest = declared()
                .replaceFirst("(?s)rest:.*?streams:\n", "file:\n  url: \\${rtps.url}\n  finished: renamed\nstreams:\n")
                .replaceFirst("(?s)  totals:.*?(?=promise:)", "")
                .replaceAll("    (path|query|records|cursor): .*\n", "")
                .replace(STREAM, STREAM + "    every: 1s\n    files: \"*.csv\"\n");
        return call(folder, manifest, "rtps.url=" + drops + "\n", port);
    }

    private String declared() throws IOException {
        Path manifest = home.resolve("connectors/rtps/connector.yaml");
        String declared = Files.readString(manifest);
        if (!declared.contains(STREAM)) {
            throw new IllegalStateException(
                    "The bench sets how often applications are polled and found no such stream in " + manifest);
        }
        return declared;
    }

    private Contender.Call call(Path folder, String manifest, String settings, int port) throws IOException {
        Path connectors = folder.resolve("connectors");
        Path config = folder.resolve("config");
        if (!Files.exists(config)) {
            Files.createDirectories(folder);
            copy(home.resolve("connectors/rtps"), connectors.resolve("rtps"));
            for (String part : List.of("kpis", "rules", "places", "holidays")) {
                copy(home.resolve("config").resolve(part), config.resolve(part));
            }
            Files.createDirectories(config.resolve("flows"));
        }
        Files.writeString(connectors.resolve("rtps/connector.yaml"), manifest);
        Path portals = Files.writeString(folder.resolve("portals.properties"), settings);
        List<String> command = new ArrayList<>(verb("run", folder));
        command.addAll(List.of(
                "--port",
                Integer.toString(port),
                "--as-of",
                SpeedCommand.AS_OF,
                "--connectors",
                connectors.toString(),
                "--portals",
                portals.toString()));
        return new Contender.Call(command, Map.of());
    }

    /** Returns a verb of the hub on such a folder. */
    List<String> verb(String verb, Path folder) {
        return List.of(
                home.resolve("hub").toString(),
                verb,
                "--data",
                folder.toString(),
                "--config",
                folder.resolve("config").toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            files.forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
