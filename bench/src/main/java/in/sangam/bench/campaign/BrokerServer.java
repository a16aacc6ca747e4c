package in.sangam.bench.campaign;

import in.sangam.bench.Await;
import in.sangam.bench.Child;
import in.sangam.bench.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A broker as a process of its own: {@code hub broker}. */
final class BrokerServer implements AutoCloseable {

    static final String USER = "sangam";

    private static final Duration START = Duration.ofMinutes(3);

    private final Product product;
    private final Path data;
    private final Path output;
    private final String javaOptions;
    private final int port = Node.freePort();
    private @Nullable Child process;

    /** @param output file for what it prints, outside of its disk */
    BrokerServer(Product product, Path data, Path output, String javaOptions) {
        this.product = product;
        this.data = data;
        this.output = output;
        this.javaOptions = javaOptions;
    }

    /** Starts the process and returns when it takes connections. */
    void start() throws IOException {
        launch();
        Await.until(START, "the broker", () -> {
            if (!isAlive()) {
                throw new IllegalStateException("The broker ended; see " + output);
            }
            return accepts();
        });
    }

    /** Does for a while what a supervisor does always: starts the process again when it has ended by itself. */
    void startIfItEnds(Duration watch) throws IOException {
        long end = System.nanoTime() + watch.toNanos();
        while (System.nanoTime() < end) {
            if (!isAlive()) {
                start();
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Starts the process, which may fail. */
    void launch() throws IOException {
        process = product.hub(
                "broker",
                output,
                Map.of("HUB_JAVA_OPTIONS", javaOptions),
                List.of("broker", "--data", data.toString(), "--port", Integer.toString(port)));
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        if (process != null) {
            process.kill();
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        if (process == null) {
            throw new IllegalStateException("The broker was not started");
        }
        return process.pid();
    }

    int port() {
        return port;
    }

    /** Returns the file that takes what it prints. */
    Path output() {
        return output;
    }

    Path passwordFile() {
        return data.resolve("broker.password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.close();
        }
    }
}
