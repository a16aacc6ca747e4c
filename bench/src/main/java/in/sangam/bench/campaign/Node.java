package in.sangam.bench.campaign;

import in.sangam.bench.Await;
import in.sangam.bench.Child;
import in.sangam.bench.HubApi;
import in.sangam.bench.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One hub process on a data folder of its own, which may be killed and started again. Its port stays the same. */
final class Node implements AutoCloseable {

    /** Exit code of a process that SIGKILL ended. */
    static final int KILLED = 137;

    /** None lives long enough to earn the second one back. */
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final Duration START = Duration.ofMinutes(8);

    private final Product product;
    private final String name;
    private final Path data;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final int port = freePort();
    private final HubApi api;
    private final Path trigger;
    private @Nullable Child process;

    /** @param arguments verb and flags, without {@code --data} and {@code --port} */
    Node(Product product, Path data, List<String> arguments, Map<String, String> environment) {
        this.product = product;
        this.name = data.getFileName().toString();
        this.data = data;
        this.arguments = arguments;
        this.environment = environment;
        this.api = new HubApi(port, data);
        this.trigger = data.resolveSibling(name + ".trigger");
    }

    /** Starts the process and returns at once. */
    void start(String... javaOptions) throws IOException {
        List<String> command = new ArrayList<>(arguments);
        command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        Map<String, String> all = new HashMap<>(environment);
        all.put("HUB_JAVA_OPTIONS", FIRST_COMPILER + " " + String.join(" ", javaOptions));
        process = product.hub(name, output(), all, command);
    }

    /** Starts a process that dies at a seam, once {@link #pullTrigger()} was called. */
    void startArmed(String seam, int time) throws IOException {
        Files.deleteIfExists(trigger);
        start("-Dsangam.crash.at=" + seam + ":" + time, "-Dsangam.crash.when=" + trigger);
    }

    /** Lets the seam kill from now on. */
    void pullTrigger() throws IOException {
        Files.writeString(trigger, "");
    }

    /** Returns when the hub answers; throws when its process has ended instead. */
    void awaitServing() {
        Await.until(START, name + " to serve", () -> {
            if (!running().isAlive()) {
                throw new IllegalStateException(name + " ended:\n" + running().tail());
            }
            return api.isUp();
        });
    }

    /** Ends the process by SIGKILL and returns its exit code. */
    int kill() throws InterruptedException {
        Child killed = running();
        killed.kill();
        return killed.exitCode(Duration.ofSeconds(10));
    }

    /** Returns the exit code of a process that ends by itself, or -1 when it does not in time. */
    int exitCode(Duration patience) throws InterruptedException {
        try {
            return running().exitCode(patience);
        } catch (IllegalStateException stillRunning) {
            return -1;
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    HubApi api() {
        return api;
    }

    Path data() {
        return data;
    }

    Path output() {
        return data.resolveSibling(name + ".out");
    }

    private Child running() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process;
    }

    /** Stops the process as an operator does. */
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.close();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No free port on loopback", e);
        }
    }
}
