package in.sangam.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** The wire between the hub and a portal's server: the first connection to carry so many bytes of answers fails, all later ones hold. */
final class BadWire implements AutoCloseable {

    /** What happens when the bytes are used up. */
    enum End {
        /** The connection is reset. */
        RESET,
        /** Nothing comes any more, and nothing says so. */
        SILENCE
    }

    private final ServerSocket hub;
    private final int portal;
    private final long bytes;
    private final End end;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failed = new AtomicBoolean();

    BadWire(int portal, long bytes, End end) throws IOException {
        this.portal = portal;
        this.bytes = bytes;
        this.end = end;
        this.hub = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return hub.getLocalPort();
    }

    /** Tells whether it has failed. */
    boolean failed() {
        return failed.get();
    }

    private void accept() {
        while (!hub.isClosed()) {
            try {
                Socket near = hub.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), portal);
                long answers = failed.get() ? Long.MAX_VALUE : bytes;
                open.add(near);
                open.add(far);
                daemon(() -> carry(near, far, Long.MAX_VALUE));
                daemon(() -> carry(far, near, answers));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to, long most) {
        long left = most;
        byte[] block = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int read = in.read(block, 0, (int) Math.min(block.length, left));
            while (read > 0) {
                out.write(block, 0, read);
                left -= read;
                read = left == 0 ? 0 : in.read(block, 0, (int) Math.min(block.length, left));
            }
            if (read == 0) {
                failed.set(true);
                if (end == End.SILENCE) {
                    return;
                }
                to.setSoLinger(true, 0);
            }
        } catch (IOException cut) {
            // One side hung up, or the test has ended.
        }
        close(to);
        close(from);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed all the same.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "bad-wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        hub.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
