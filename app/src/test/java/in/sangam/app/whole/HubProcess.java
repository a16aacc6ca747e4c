package in.sangam.app.whole;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The shipped jar run as a process, as an operator runs it. */
final class HubProcess implements AutoCloseable {

    static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path UNPACKED = Path.of("target", "unpacked").toAbsolutePath();

    private final Process process;
    private final Path output;

    private HubProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a verb from what the build has unpacked, as the command {@code hub} does. Each process is short-lived and shares two cores: the second compiler would not pay for itself.
     *
     * @param output file that takes what it prints, both streams
     * @param jvm further options of the JVM, e.g. a seam at which it crashes
     */
    static HubProcess start(Path output, List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xmx448m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:SharedArchiveFile=" + UNPACKED.resolve("classes.jsa"),
                "-Dhub.home=" + TOP));
        command.addAll(jvm);
        command.addAll(List.of("-jar", UNPACKED.resolve("sangam-hub.jar").toString()));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(output.toAbsolutePath().getParent());
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .start();
            return new HubProcess(started, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end and returns the exit code. */
    int exit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroy();
            throw new AssertionError("Still running after " + patience.toSeconds() + " s:\n" + said());
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "(nothing printed)";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
