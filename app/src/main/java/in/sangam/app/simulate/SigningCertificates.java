package in.sangam.app.simulate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.xml.sax.SAXException;

/**
 * What a portal that asks for signatures (WS-Security, X.509) knows: the hub's certificate, made for it by the JDK's keytool, and how
 * to verify. Another certificate is there to be refused.
 */
final class SigningCertificates implements AutoCloseable {

    private static final String HUB = "hub";
    private static final String OTHER = "other";
    private static final String BODY = "{http://schemas.xmlsoap.org/soap/envelope/}Body";

    private final Path store;
    private final String password = UUID.randomUUID().toString();
    private final KeyStore keys;
    private final Merlin trusted = new Merlin();

    SigningCertificates() {
        try {
            store = Files.createTempDirectory("sangam-signing").resolve("keys.p12");
            make(HUB);
            make(OTHER);
            keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, password.toCharArray());
            }
            KeyStore known = KeyStore.getInstance("PKCS12");
            known.load(null, null);
            known.setCertificateEntry(HUB, keys.getCertificate(HUB));
            trusted.setTrustStore(known);
        } catch (IOException e) {
            throw new UncheckedIOException("The certificates of the simulated portal cannot be made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificates of the simulated portal cannot be made", e);
        }
    }

    /** Returns a certificate in PEM: the hub's, or one that the portal does not know. */
    String certificate(boolean known) {
        try {
            return pem("CERTIFICATE", keys.getCertificate(known ? HUB : OTHER).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate of keytool has an encoding", e);
        }
    }

    /** Returns its private key as PKCS #8 in PEM. */
    String privateKey(boolean known) {
        try {
            return pem(
                    "PRIVATE KEY",
                    keys.getKey(known ? HUB : OTHER, password.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of keytool has an encoding", e);
        }
    }

    /** Tells whether the body of a request is signed by the hub's certificate, and its time by the same header. */
    boolean signed(String request) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            RequestData data = new RequestData();
            data.setWssConfig(WSSConfig.getNewInstance());
            data.setSigVerCrypto(trusted);
            List<WSSecurityEngineResult> results = new WSSecurityEngine()
                    .processSecurityHeader(
                            factory.newDocumentBuilder()
                                    .parse(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8))),
                            data)
                    .getResults();
            return of(results, WSConstants.TS) && results.stream().anyMatch(SigningCertificates::signsTheBody);
        } catch (WSSecurityException | SAXException | IOException | ParserConfigurationException refused) {
            return false;
        }
    }

    private static boolean of(List<WSSecurityEngineResult> results, int action) {
        return results.stream()
                .anyMatch(each -> Integer.valueOf(action).equals(each.get(WSSecurityEngineResult.TAG_ACTION)));
    }

    private static boolean signsTheBody(WSSecurityEngineResult result) {
        return Integer.valueOf(WSConstants.SIGN).equals(result.get(WSSecurityEngineResult.TAG_ACTION))
                && result.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> parts
                && parts.stream()
                        .anyMatch(part -> part instanceof WSDataRef ref
                                && String.valueOf(ref.getName()).equals(BODY));
    }

    private void make(String alias) throws IOException {
        Path log = store.resolveSibling("keytool.log");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        alias,
                        "-dname",
                        "CN=" + alias,
                        "-keyalg",
                        "RSA",
                        "-startdate",
                        "-20y",
                        "-validity",
                        "14600",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while keytool ran", e);
        }
    }

    private static String pem(String kind, byte[] content) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(store);
            Files.deleteIfExists(store.resolveSibling("keytool.log"));
            Files.deleteIfExists(store.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + store.getParent() + " cannot be removed", e);
        }
    }
}
