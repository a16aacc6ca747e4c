package in.sangam.routes;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HeldCertificate;

/** An authority of a test's own, and HTTPS servers with its certificates. */
final class Certificates {

    static final String PASSWORD = "for-this-test-alone";
    private final Path folder;
    private final KeyStore all;
    private final HeldCertificate authority = new HeldCertificate.Builder()
            .commonName("Authority")
            .certificateAuthority(0)
            .ecdsa256()
            .build();

    Certificates(Path folder) throws Exception {
        this.folder = folder;
        all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
    }

    /** Returns the store that holds all of them, and their keys. */
    Path store() {
        return folder.resolve("keys.p12");
    }

    /** Returns the authority's certificate as PEM. */
    Path authority() throws Exception {
        return Files.writeString(folder.resolve("authority.pem"), authority.certificatePem());
    }

    /** Makes a certificate for 127.0.0.1 that is valid for five days from some days ago. */
    void issue(String alias, int daysAgo) throws Exception {
        keep(
                alias,
                fiveDays("127.0.0.1", daysAgo)
                        .addSubjectAlternativeName("127.0.0.1")
                        .ecdsa256()
                        .build());
    }

    /** Makes such a certificate for an RSA key, and writes it and its key as PEM: {@code <alias>.pem} and {@code <alias>.key}. */
    Path forSigning(String alias, int daysAgo) throws Exception {
        HeldCertificate certificate = fiveDays("Hub", daysAgo).rsa2048().build();
        keep(alias, certificate);
        Files.writeString(folder.resolve(alias + ".pem"), certificate.certificatePem());
        Files.writeString(folder.resolve(alias + ".key"), certificate.privateKeyPkcs8Pem());
        return folder;
    }

    private HeldCertificate.Builder fiveDays(String name, int daysAgo) {
        Instant start = Instant.now().minus(Duration.ofDays(daysAgo));
        return new HeldCertificate.Builder()
                .commonName(name)
                .validityInterval(
                        start.toEpochMilli(), start.plus(Duration.ofDays(5)).toEpochMilli())
                .signedBy(authority);
    }

    private void keep(String alias, HeldCertificate certificate) throws Exception {
        X509Certificate[] chain = {certificate.certificate(), authority.certificate()};
        all.setKeyEntry(alias, certificate.keyPair().getPrivate(), PASSWORD.toCharArray(), chain);
        try (OutputStream out = Files.newOutputStream(store())) {
            all.store(out, PASSWORD.toCharArray());
        }
    }

    /** Starts a server with a certificate that answers every request with the same JSON. */
    HttpsServer serve(String alias, String json) throws Exception {
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
}
