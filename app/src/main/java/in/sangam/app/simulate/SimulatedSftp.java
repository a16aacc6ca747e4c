package in.sangam.app.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A department's SFTP server on loopback: one folder, one account, a host key of its own. */
final class SimulatedSftp implements AutoCloseable {

    private static final String USER = "simulated";

    private final KeyPair hostKey = keys();
    private final KeyPair userKey = keys();
    private final String password = UUID.randomUUID().toString();
    private final SshServer server = SshServer.setUpDefaultServer();

    SimulatedSftp(Path root) {
        server.setHost("127.0.0.1");
        // The quickest will do: others take many times as long in a JVM that is young.
        server.setCipherFactories(List.of(BuiltinCiphers.aes128ctr));
        server.setMacFactories(List.of(BuiltinMacs.hmacsha1));
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, given, session) -> user.equals(USER) && given.equals(password));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, userKey.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated SFTP server does not start", e);
        }
    }

    /** Returns host and port, as they stand in an address. */
    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** Returns what the account shows, by the word of the manifest; its key has no passphrase. */
    String secret(String kind) {
        return switch (kind) {
            case "username" -> USER;
            case "password" -> password;
            case "privateKey" -> pem(userKey);
            default -> "";
        };
    }

    /** Returns a private key in PEM that the server does not know. */
    static String otherKey() {
        return pem(keys());
    }

    /** Writes the file by which OpenSSH knows the server. */
    Path knownHosts(Path file) {
        try {
            return Files.writeString(
                    file,
                    "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the simulated SFTP server cannot be written", e);
        }
    }

    private static String pem(KeyPair keys) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(keys.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated SFTP server does not stop", e);
        }
    }
}
