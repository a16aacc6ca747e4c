package in.sangam.routes.reach;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Connections to portals that are not reached over HTTP: to no address that {@link AddressPolicy} refuses, and in bounded time. */
public final class PortalSocket {

    private PortalSocket() {}

    /** Connects to the address that was checked; throws {@link AddressPolicy.Refused}, or what the network says. */
    public static Socket connect(String host, int port, Duration timeout) throws IOException {
        int millis = Math.toIntExact(timeout.toMillis());
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(AddressPolicy.resolve(host)[0], port), millis);
            socket.setSoTimeout(millis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Tells by an exception why a client that hides its causes would not come through: nobody there, or a certificate that is not
     * trusted.
     *
     * @param trust certificates (PEM) that are trusted beside the machine's own, null for none
     */
    public static void probe(String host, int port, boolean tls, @Nullable Path trust, Duration timeout)
            throws IOException {
        try (Socket socket = connect(host, port, timeout)) {
            if (tls) {
                handshake(socket, host, port, trust);
            }
        }
    }

    /** Agrees on TLS and closes the connection again. */
    public static void handshake(Socket socket, String host, int port, @Nullable Path trust) throws IOException {
        try (SSLSocket secured =
                (SSLSocket) Trust.context(trust).getSocketFactory().createSocket(socket, host, port, true)) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
        }
    }
}
