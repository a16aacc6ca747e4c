package in.sangam.bench.speed;

import in.sangam.bench.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Builds the log-based peer when it is first measured: the product's own build neither compiles nor downloads it. */
final class PeerBuild {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private PeerBuild() {}

    /** Returns the class path of the peer. Throws {@link Unavailable} where it cannot be built. */
    static String classPath(Path home) throws IOException, InterruptedException, Unavailable {
        Path target = home.resolve("bench/peer/target");
        Path jar = target.resolve("sangam-peer.jar");
        Path contenders = home.resolve("bench/contenders/target/sangam-contenders.jar");
        if (!Files.exists(jar) || Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(contenders)) < 0) {
            build(home);
        }
        return jar + ":" + target.resolve("lib") + "/*";
    }

    private static void build(Path home) throws IOException, InterruptedException, Unavailable {
        Path wrapper = home.resolve("mvnw");
        if (!Files.isExecutable(wrapper)) {
            throw new Unavailable("it is built from a checkout, and there is no " + wrapper);
        }
        Path log = Files.createDirectories(home.resolve("target")).resolve("peer-build.log");
        Files.deleteIfExists(log);
        try (Child maven = Child.start(
                "peer-build",
                List.of(
                        wrapper.toString(),
                        "-f",
                        home.resolve("pom.xml").toString(),
                        "-B",
                        "-ntp",
                        "-q",
                        "-Dquick",
                        "-DskipTests",
                        "-Ppeer",
                        "-pl",
                        "bench/peer",
                        "-am",
                        "package"),
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                log)) {
            if (maven.exitCode(PATIENCE) != 0) {
                throw new Unavailable("building it failed (it needs the Maven registry for Kafka and Debezium, 90 MB);"
                        + " the whole of it is in " + log + ", which ends with:\n" + maven.tail());
            }
        }
    }
}
