package in.sangam.routes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on loopback, with a host key and one account; the folder that it shows is the test's. */
final class SftpServerOfAPortal implements AutoCloseable {

    static final String USER = "hub";
    static final String PASSWORD = "sftp-pw";

    private final KeyPair hostKey = keys();
    private final KeyPair userKey = keys();
    private final Path root;
    private SshServer server;
    private int port;

    SftpServerOfAPortal(Path root) throws Exception {
        this.root = root;
        start();
    }

    void start() throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        // Without the second compiler, which tests do without, others take many times as long.
        server.setCipherFactories(List.of(BuiltinCiphers.aes128ctr));
        server.setMacFactories(List.of(BuiltinMacs.hmacsha1));
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, userKey.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
        port = server.getPort();
    }

    void stop() throws IOException {
        server.stop(true);
    }

    int port() {
        return port;
    }

    String url(String folder) {
        return "sftp://127.0.0.1:" + port + "/" + folder;
    }

    /** Returns the line by which OpenSSH knows the server. */
    String knownHost() {
        return knownHost(port);
    }

    /** Returns the line by which OpenSSH knows the server where a wire leads to it from another port. */
    String knownHost(int wire) {
        return "[127.0.0.1]:" + wire + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
    }

    /** Returns the line of a server of the same address with another key. */
    String otherHost() throws Exception {
        return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(keys().getPublic()) + "\n";
    }

    /** Writes the account's private key as PEM. */
    Path privateKey(Path file) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(userKey.getPrivate().getEncoded());
        return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
