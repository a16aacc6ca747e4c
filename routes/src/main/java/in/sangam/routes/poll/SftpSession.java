package in.sangam.routes.poll;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import in.sangam.kit.Auth;
import in.sangam.kit.Transport.FileDrop;
import in.sangam.kit.Transport.SftpServer;
import in.sangam.routes.poll.PollFailed.Code;
import in.sangam.routes.reach.CredentialRefused;
import in.sangam.routes.reach.PortalSocket;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A session with an SFTP server whose key is among those that the connector knows; one that is not known is never accepted. */
final class SftpSession {

    private final String portal;
    private final FileDrop drop;
    private final SftpServer server;
    private final AtomicBoolean silent = new AtomicBoolean();
    private @Nullable Session session;

    SftpSession(String portal, FileDrop drop, SftpServer server) {
        this.portal = portal;
        this.drop = drop;
        this.server = server;
    }

    /** Returns the session, connected; as {@link PollFailed}, {@link CredentialRefused} or the network has it, when there is none. */
    Session open() throws IOException {
        Session open = session;
        if (open == null || !open.isConnected()) {
            open = connected();
            session = open;
        }
        return open;
    }

    /** Returns what it means that something failed in the middle, which JSch does not tell: the server fell silent, or hung up. */
    IOException broken(Exception failure) {
        IOException meant = silent.get()
                ? new SocketTimeoutException("The SFTP server fell silent")
                : new SocketException("The SFTP server failed, or hung up");
        meant.initCause(failure);
        return meant;
    }

    void close() {
        if (session != null) {
            session.disconnect();
            session = null;
        }
    }

    private Session connected() throws IOException {
        try {
            Session made = made(new JSch());
            made.setConfig("StrictHostKeyChecking", "yes");
            made.setConfig("PreferredAuthentications", "publickey,password,keyboard-interactive");
            made.setSocketFactory(new Checked(drop.timeout(), silent));
            int millis = Math.toIntExact(drop.timeout().toMillis());
            made.setTimeout(millis);
            made.connect(millis);
            return made;
        } catch (JSchHostKeyException unknown) {
            throw new PollFailed(
                    Code.UNTRUSTED,
                    "The key by which the server of " + portal + " shows itself is not the one in knownHosts: of the"
                            + " connector: ask the portal's owner whether it has changed, and never take it unasked",
                    unknown);
        } catch (JSchException e) {
            throw meant(e);
        }
    }

    private Session made(JSch jsch) throws JSchException {
        jsch.setKnownHosts(server.knownHosts().toString());
        if (drop.auth() instanceof Auth.KeyLogin key) {
            jsch.addIdentity(
                    portal,
                    bytes(key.privateKey().pem()),
                    null,
                    key.passphrase() == null ? null : bytes(key.passphrase().reveal()));
            return jsch.getSession(key.username().reveal(), server.host(), server.port());
        }
        if (drop.auth() instanceof Auth.Login login) {
            Session session = jsch.getSession(login.username().reveal(), server.host(), server.port());
            session.setPassword(login.password().reveal());
            return session;
        }
        return jsch.getSession("anonymous", server.host(), server.port());
    }

    private static IOException meant(JSchException e) {
        String said = String.valueOf(e.getMessage());
        if (said.startsWith("Auth ") || said.startsWith("USERAUTH")) {
            throw new CredentialRefused("SSH login");
        }
        if (said.contains("invalid privatekey") || said.contains("PEM")) {
            throw new CredentialRefused("the private key cannot be read");
        }
        return e.getCause() instanceof IOException network ? network : new IOException("No SSH session came about", e);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Connects only where the hub may call, and notes when nothing comes. */
    private record Checked(Duration timeout, AtomicBoolean silent) implements SocketFactory {

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return PortalSocket.connect(host, port, timeout);
        }

        @Override
        public InputStream getInputStream(Socket socket) throws IOException {
            return new FilterInputStream(socket.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    try {
                        int read = super.read(bytes, from, length);
                        silent.set(false);
                        return read;
                    } catch (SocketTimeoutException late) {
                        silent.set(true);
                        throw late;
                    }
                }
            };
        }

        @Override
        public OutputStream getOutputStream(Socket socket) throws IOException {
            return socket.getOutputStream();
        }
    }
}
