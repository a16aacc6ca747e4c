package in.sangam.app.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox portals as a process of their own, which survives a kill of the hub: one that still runs in the folder is
 * used again. It is ready when it has written {@code sandbox.properties}.
 */
public final class SandboxProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);

    private final Path folder;
    private final ProcessHandle process;

    private SandboxProcess(Path folder, ProcessHandle process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts the portals of a folder, or joins those that run.
     *
     * @param jar the sandbox's own jar
     * @param arguments further arguments of its verb {@code serve}
     * @param log file that takes what it prints
     */
    public static SandboxProcess start(Path jar, Path folder, List<String> arguments, Path log) {
        Optional<ProcessHandle> running = running(folder);
        if (running.isPresent()) {
            return new SandboxProcess(folder, running.get());
        }
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("There is no sandbox at " + jar
                    + "; build it with ./mvnw -q -Dquick -DskipTests package, or start the hub alone with: hub run");
        }
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.deleteIfExists(properties(folder));
            Process process = new ProcessBuilder(command(jar, folder, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            return new SandboxProcess(folder, process.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not be started", e);
        }
    }

    private static List<String> command(Path jar, Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // Out of the terminal's group: Ctrl-C is for the hub, which then stops the portals in order.
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-jar",
                jar.toString(),
                "serve",
                "--data",
                folder.toString()));
        command.addAll(arguments);
        return command;
    }

    /** Waits until the portals serve; throws with the end of the log when they end instead. */
    public Properties await(Path log, Consumer<String> progress) throws InterruptedException {
        Instant deadline = Instant.now().plus(START);
        String said = "";
        while (!Files.exists(properties(folder))) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The sandbox ended before it served. The end of " + log + ":\n"
                        + String.join("\n", lastLines(log, 8)));
            }
            if (deadline.isBefore(Instant.now())) {
                throw new IllegalStateException(
                        "The sandbox does not serve after " + START.toMinutes() + " min; see " + log);
            }
            String last = String.join("", lastLines(log, 1));
            if (!last.equals(said)) {
                said = last;
                progress.accept(last);
            }
            Thread.sleep(150);
        }
        return read(folder);
    }

    /** Returns the file with addresses and secrets that a serving sandbox has written. */
    public Path propertiesFile() {
        return properties(folder);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(40, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception notInTime) {
            process.destroyForcibly();
        }
    }

    private static Optional<ProcessHandle> running(Path folder) {
        if (!Files.exists(properties(folder))) {
            return Optional.empty();
        }
        String pid = read(folder).getProperty("pid", "");
        return pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(pid)).filter(handle -> isSandbox(handle, folder));
    }

    /** A process id is used again by others; ours names its folder on its command line. */
    private static boolean isSandbox(ProcessHandle handle, Path folder) {
        return handle.isAlive()
                && handle.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(folder.toString()))
                        .orElse(true);
    }

    private static Path properties(Path folder) {
        return folder.resolve("sandbox.properties");
    }

    private static Properties read(Path folder) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(properties(folder))) {
            values.load(reader);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(properties(folder) + " cannot be read", e);
        }
    }

    private static List<String> lastLines(Path log, int count) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            return List.of("(" + log + " cannot be read)");
        }
    }

    /** Returns the value of a key that the sandbox must have written. */
    public static String required(Properties values, String key) {
        @Nullable String value = values.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("sandbox.properties lacks " + key + "; is the sandbox of another release?");
        }
        return value;
    }
}
