package in.sangam.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The product as it lies on disk: the command {@code hub} and the jar of the sandbox. */
public record Product(Path home) {

    public static Product here() {
        Path home =
                Path.of(System.getProperty("hub.home", ".")).toAbsolutePath().normalize();
        if (!Files.isExecutable(home.resolve("hub"))) {
            throw new IllegalStateException("No command `hub` in " + home + "; run ./hub bench from the checkout");
        }
        return new Product(home);
    }

    /** Starts the command with some arguments. */
    public Child hub(String name, Path output, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("hub").toString());
        command.addAll(arguments);
        return Child.start(name, command, environment, output);
    }

    /** Starts the sandbox portals on a data folder of their own. */
    public Child sandbox(Path data, String asOf, double scale) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                home.resolve("sandbox/target/sangam-sandbox.jar").toString(),
                "serve",
                "--data",
                data.toString(),
                "--as-of",
                asOf,
                "--scale",
                Double.toString(scale)));
        return Child.start("sandbox", command, Map.of(), data.resolveSibling("sandbox.out"));
    }
}
