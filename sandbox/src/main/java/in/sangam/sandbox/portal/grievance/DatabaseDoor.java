package in.sangam.sandbox.portal.grievance;

import in.sangam.sandbox.control.Fault;
import in.sangam.sandbox.control.FaultSwitch;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TCP port of Lok Shikayat's database. It hands every byte on to PostgreSQL and back, unless a fault is switched on:
 * then it drops a connection, slows it down, or answers its login as PostgreSQL answers a wrong password. A fault is
 * used once per connection; switching one on ends the connections that are open.
 */
public final class DatabaseDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseDoor.class);
    private static final int USUAL_WAIT_SECONDS = 5;
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final ServerSocket door;
    private final int database;
    private final FaultSwitch faults;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "lok-shikayat");
        thread.setDaemon(true);
        return thread;
    });

    /** Opens the door on 127.0.0.1; port 0 takes any. */
    public DatabaseDoor(int port, int database, FaultSwitch faults) {
        this.database = database;
        this.faults = faults;
        try {
            door = new ServerSocket(port, 50, LOOPBACK);
        } catch (IOException e) {
            throw new UncheckedIOException("No door on " + LOOPBACK.getHostAddress() + ":" + port, e);
        }
        faults.onSet(this::dropAll);
        threads.execute(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    LOG.warn("A connection to Lok Shikayat's database was not accepted", e);
                }
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            if (faults.take(Fault.DOWN)) {
                client.setSoLinger(true, 0);
            } else if (faults.take(Fault.WRONG_CREDENTIAL)) {
                refuseLogin(client);
            } else {
                relay(client, faults.takeSeconds(Fault.SLOW, USUAL_WAIT_SECONDS));
            }
        } catch (IOException ended) {
            LOG.debug("A connection to Lok Shikayat's database ended", ended);
        } finally {
            open.remove(client);
        }
    }

    private void relay(Socket client, int waitSeconds) throws IOException {
        client.setTcpNoDelay(true);
        try (Socket server = new Socket(LOOPBACK, database)) {
            server.setTcpNoDelay(true);
            threads.execute(() -> copy(server, client, -1));
            copy(client, server, waitSeconds);
        }
    }

    /** Copies until either side ends, then closes both, so that the other direction ends too. */
    private static void copy(Socket from, Socket to, int waitSeconds) {
        byte[] buffer = new byte[32 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (waitSeconds > 0) {
                    Thread.sleep(waitSeconds * 1000L);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            LOG.debug("One side of a connection to Lok Shikayat's database ended", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers a login as PostgreSQL does when the password is wrong (protocol 3.0, ErrorResponse). */
    private static void refuseLogin(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        int length = in.readInt();
        int request = in.readInt();
        while (request == SSL_REQUEST || request == GSS_REQUEST) {
            out.write('N');
            length = in.readInt();
            request = in.readInt();
        }
        in.skipNBytes(length - 8L);
        byte[] fields = ("SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user \"" + ReaderRole.NAME
                        + "\"\0\0")
                .getBytes(StandardCharsets.UTF_8);
        out.write('E');
        out.write(new byte[] {0, 0, (byte) ((fields.length + 4) >> 8), (byte) (fields.length + 4)});
        out.write(fields);
        out.flush();
        // Closing with unread bytes would reset the connection before the client has read the answer.
        client.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream());
    }

    private void dropAll() {
        for (Socket client : open) {
            try {
                client.close();
            } catch (IOException e) {
                LOG.debug("A connection was already closed", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The door of Lok Shikayat's database did not close", e);
        }
        dropAll();
        threads.shutdownNow();
    }
}
