package in.sangam.bench.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A network between two processes that can be made to fail: it passes bytes on, and on demand drops every connection, refuses
 * new ones, or drops a connection at the very answer in which the server says that it has committed.
 */
final class Relay implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final byte[] COMMITTED = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cutsAtCommit = new AtomicInteger();
    private volatile boolean up = true;
    private volatile long delayNanos;

    /** @param target port on loopback that connections are passed on to */
    Relay(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        daemon(this::accept, "relay-" + target).start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Drops all connections and refuses new ones. */
    void cut() {
        up = false;
        dropAll();
    }

    /** Drops all connections; new ones pass. */
    void dropAll() {
        open.forEach(Relay::closeQuietly);
    }

    void heal() {
        up = true;
    }

    /** Swallows the next so many answers of "committed", and drops their connections: nobody knows what became of it. */
    void cutAtCommit(int times) {
        cutsAtCommit.set(times);
    }

    /** Returns how many answers are still to be swallowed. */
    int cutsLeft() {
        return cutsAtCommit.get();
    }

    /** Holds each answer for so long, so that something is under way at any time. */
    void delayAnswers(Duration time) {
        delayNanos = time.toNanos();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (up) {
                    connect(client);
                } else {
                    closeQuietly(client);
                }
            } catch (IOException closedOrRefused) {
                // The client sees a refused or broken connection, as it must.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket onward = new Socket();
        try {
            onward.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
        } catch (IOException targetIsDown) {
            closeQuietly(client);
            throw targetIsDown;
        }
        client.setTcpNoDelay(true);
        onward.setTcpNoDelay(true);
        open.add(client);
        open.add(onward);
        daemon(() -> pass(client, onward, false), "relay-out").start();
        daemon(() -> pass(onward, client, true), "relay-back").start();
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (answers
                        && cutsAtCommit.get() > 0
                        && holdsCommit(buffer, n)
                        && cutsAtCommit.decrementAndGet() >= 0) {
                    break;
                }
                if (answers && delayNanos > 0) {
                    LockSupport.parkNanos(delayNanos);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException dropped) {
            // Both sides are closed below.
        }
        open.remove(from);
        open.remove(to);
        closeQuietly(from);
        closeQuietly(to);
    }

    private static boolean holdsCommit(byte[] bytes, int length) {
        for (int i = 0; i + COMMITTED.length <= length; i++) {
            int same = 0;
            while (same < COMMITTED.length && bytes[i + same] == COMMITTED[same]) {
                same++;
            }
            if (same == COMMITTED.length) {
                return true;
            }
        }
        return false;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void closeQuietly(Socket socket) {
        try {
            // Reset rather than goodbye: what a cut cable looks like when anything is sent again.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // It is gone.
        }
    }

    @Override
    public void close() throws IOException {
        up = false;
        server.close();
        dropAll();
    }
}
