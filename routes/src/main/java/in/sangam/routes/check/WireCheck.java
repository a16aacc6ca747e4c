package in.sangam.routes.check;

import in.sangam.routes.check.PortalCheck.Finding;
import in.sangam.routes.check.PortalCheck.Layer;
import in.sangam.routes.reach.AddressPolicy;
import in.sangam.routes.reach.PortalSocket;
import in.sangam.routes.reach.TlsFailures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** The lower layers of an address: name, TCP, and TLS where it asks for it. */
final class WireCheck {

    private final String portal;
    private final PortalAddress address;
    private final int timeoutMillis;
    private final List<Finding> findings = new ArrayList<>();
    private long since = System.nanoTime();

    WireCheck(String portal, PortalAddress address, Duration timeout) {
        this.portal = portal;
        this.address = address;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /** Returns the findings; the last is not good when one failed. */
    List<Finding> run() {
        try {
            InetAddress[] addresses = AddressPolicy.resolve(address.host());
            found(Layer.NAME, true, "The name " + address.host() + " is known to the name service");
            connect(addresses[0]);
        } catch (AddressPolicy.Refused refused) {
            found(Layer.NAME, false, "Of " + portal + ": " + refused.getMessage());
        } catch (UnknownHostException unknown) {
            found(
                    Layer.NAME,
                    false,
                    "The name " + address.host() + " in the url of " + portal
                            + " is not known to the name service: check it, and the network of this machine");
        }
        return findings;
    }

    private void connect(InetAddress to) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(to, address.port()), timeoutMillis);
            found(Layer.TCP, true, "Somebody listens at " + at());
            if (address.tls()) {
                handshake(socket);
            }
        } catch (SocketTimeoutException late) {
            found(
                    Layer.TCP,
                    false,
                    "Nobody answers at " + at() + " within " + timeoutMillis + " ms: a firewall may stand between");
        } catch (IOException refused) {
            found(
                    Layer.TCP,
                    false,
                    "Nobody listens at " + at() + " (" + refused.getClass().getSimpleName()
                            + "): check the port in the url of " + portal + ", and with its owner whether it runs");
        }
    }

    private void handshake(Socket socket) throws IOException {
        socket.setSoTimeout(timeoutMillis);
        try {
            PortalSocket.handshake(socket, address.host(), address.port(), address.trust());
            found(Layer.TLS, true, "The certificate of " + portal + " is trusted");
        } catch (SSLException untrusted) {
            found(Layer.TLS, false, TlsFailures.sentence(portal, untrusted));
        } catch (IOException broken) {
            found(
                    Layer.TLS,
                    false,
                    at() + " broke off before TLS was agreed on ("
                            + broken.getClass().getSimpleName() + "): the address may not speak TLS");
        }
    }

    private String at() {
        return address.host() + ":" + address.port();
    }

    private void found(Layer layer, boolean good, String sentence) {
        long now = System.nanoTime();
        findings.add(new Finding(layer, null, good, Duration.ofNanos(now - since), sentence));
        since = now;
    }
}
