package in.sangam.routes;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of a test's own, made by the JDK's keytool, and HTTPS servers with its certificates. */
final class Certificates {

    static final String PASSWORD = "for-this-test-alone";
    private final Path folder;

    Certificates(Path folder) throws Exception {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "authority", "-dname", "CN=Authority", "-ext", "bc:c", "-validity", "9");
    }

    /** Returns the store that holds all of them, and their keys. */
    Path store() {
        return folder.resolve("keys.p12");
    }

    /** Returns the authority's certificate as PEM. */
    Path authority() throws Exception {
        Path pem = folder.resolve("authority.pem");
        keytool("-exportcert", "-rfc", "-alias", "authority", "-file", pem.toString());
        return pem;
    }

    /** Makes a certificate for 127.0.0.1 that is valid for five days from a start such as {@code -9d}. */
    void issue(String alias, String start) throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-signer",
                "authority",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-startdate",
                start,
                "-validity",
                "5");
    }

    /** Makes such a certificate for an RSA key, and writes it and its key as PEM: {@code <alias>.pem} and {@code <alias>.key}. */
    Path forSigning(String alias, String start) throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-signer",
                "authority",
                "-dname",
                "CN=Hub",
                "-startdate",
                start,
                "-validity",
                "5",
                "-keyalg",
                "RSA");
        KeyStore all = all();
        pem("CERTIFICATE", all.getCertificate(alias).getEncoded(), folder.resolve(alias + ".pem"));
        pem("PRIVATE KEY", all.getKey(alias, PASSWORD.toCharArray()).getEncoded(), folder.resolve(alias + ".key"));
        return folder;
    }

    private static void pem(String kind, byte[] content, Path file) throws Exception {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private KeyStore all() throws Exception {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            all.load(in, PASSWORD.toCharArray());
        }
        return all;
    }

    /** Starts a server with a certificate that answers every request with the same JSON. */
    HttpsServer serve(String alias, String json) throws Exception {
        KeyStore all = all();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void keytool(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC")); // a second of a JVM's life
        command.addAll(List.of(options));
        command.addAll(List.of("-keystore", store().toString(), "-storepass", PASSWORD));
        if (options[0].equals("-genkeypair") && !command.contains("-keyalg")) {
            command.addAll(List.of("-keyalg", "EC"));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
    }
}
