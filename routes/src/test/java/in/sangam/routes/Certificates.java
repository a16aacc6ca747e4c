package in.sangam.routes;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of a test's own, and HTTPS servers with its certificates. */
final class Certificates {

    static final String PASSWORD = "for-this-test-alone";
    private static final X500Name AUTHORITY = new X500Name("CN=Authority");
    private final Path folder;
    private final KeyStore all;
    private final PrivateKey authorityKey;
    private final X509Certificate authority;

    Certificates(Path folder) throws Exception {
        this.folder = folder;
        KeyPair pair = pair("EC");
        authorityKey = pair.getPrivate();
        authority = signed(
                unsigned(AUTHORITY, pair, Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(9))
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true)),
                pair.getPrivate());
        all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
    }

    /** Returns the store that holds all of them, and their keys. */
    Path store() {
        return folder.resolve("keys.p12");
    }

    /** Returns the authority's certificate as PEM. */
    Path authority() throws Exception {
        Path pem = folder.resolve("authority.pem");
        pem("CERTIFICATE", authority.getEncoded(), pem);
        return pem;
    }

    /** Makes a certificate for 127.0.0.1 that is valid for five days from some days ago. */
    void issue(String alias, int daysAgo) throws Exception {
        KeyPair pair = pair("EC");
        keep(
                alias,
                pair,
                fiveDays("CN=127.0.0.1", pair, daysAgo)
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1"))));
    }

    /** Makes such a certificate for an RSA key, and writes it and its key as PEM: {@code <alias>.pem} and {@code <alias>.key}. */
    Path forSigning(String alias, int daysAgo) throws Exception {
        KeyPair pair = pair("RSA");
        keep(alias, pair, fiveDays("CN=Hub", pair, daysAgo));
        pem("CERTIFICATE", all.getCertificate(alias).getEncoded(), folder.resolve(alias + ".pem"));
        pem("PRIVATE KEY", pair.getPrivate().getEncoded(), folder.resolve(alias + ".key"));
        return folder;
    }

    private static KeyPair pair(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("EC") ? 256 : 2048);
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder fiveDays(String subject, KeyPair pair, int daysAgo) {
        return unsigned(new X500Name(subject), pair, Instant.now().minus(Duration.ofDays(daysAgo)), Duration.ofDays(5));
    }

    private static X509v3CertificateBuilder unsigned(X500Name subject, KeyPair pair, Instant start, Duration valid) {
        return new JcaX509v3CertificateBuilder(
                AUTHORITY,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(start),
                Date.from(start.plus(valid)),
                subject,
                pair.getPublic());
    }

    private static X509Certificate signed(X509v3CertificateBuilder certificate, PrivateKey by) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
    }

    private void keep(String alias, KeyPair pair, X509v3CertificateBuilder certificate) throws Exception {
        X509Certificate[] chain = {signed(certificate, authorityKey), authority};
        all.setKeyEntry(alias, pair.getPrivate(), PASSWORD.toCharArray(), chain);
        try (OutputStream out = Files.newOutputStream(store())) {
            all.store(out, PASSWORD.toCharArray());
        }
    }

    private static void pem(String kind, byte[] content, Path file) throws Exception {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
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
