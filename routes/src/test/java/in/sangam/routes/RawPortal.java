package in.sangam.routes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A portal on a bare socket: what a test writes is what the hub gets, byte by byte, or not at all. */
final class RawPortal implements AutoCloseable {

    /** Answers one request on a connection that is closed afterwards. */
    interface Behaviour {
        void answer(String request, Socket connection, OutputStream out) throws Exception;
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private RawPortal(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    static RawPortal behaving(Behaviour behaviour) throws IOException {
        return new RawPortal(behaviour);
    }

    static RawPortal sending(String head, byte[] body) throws IOException {
        return behaving((request, connection, out) -> {
            out.write(("HTTP/1.1 200 OK\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        });
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                daemon(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            String request = in.readLine();
            for (String line = request; line != null && !line.isEmpty(); line = in.readLine()) {
                continue;
            }
            requests.add(String.valueOf(request));
            OutputStream out = connection.getOutputStream();
            behaviour.answer(String.valueOf(request), connection, out);
            out.flush();
        } catch (Exception theHubHungUp) {
            // A portal that misbehaves does not mind.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-portal");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
