package in.sangam.routes.poll;

import in.sangam.core.record.CanonicalRecord;
import in.sangam.kit.Auth;
import in.sangam.kit.edge.Sha256;
import in.sangam.routes.poll.PollFailed.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.jspecify.annotations.Nullable;

/**
 * Signs what goes to a SOAP portal, body and time, by a certificate of the hub's (WS-Security 1.1, X.509 token profile). Certificate
 * and key are read before each request, so that renewed ones hold from the next on, and one that is not valid is told by its setting.
 */
final class SoapSignature {

    private static final String ALIAS = "hub";
    private static final String KEY_PASSWORD = "in memory alone";
    private static final String PARTS =
            "{Element}{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}"
                    + "Timestamp;{}{http://schemas.xmlsoap.org/soap/envelope/}Body";
    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");

    private final String portal;
    private final Auth.Certificate auth;
    private final WSS4JOutInterceptor interceptor;
    private String inUse = "";

    SoapSignature(String portal, Auth.Certificate auth) {
        this.portal = portal;
        this.auth = auth;
        CallbackHandler password = callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword(KEY_PASSWORD);
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE);
        settings.put(ConfigurationConstants.SIGNATURE_USER, ALIAS);
        settings.put(ConfigurationConstants.PW_CALLBACK_REF, password);
        settings.put(ConfigurationConstants.SIG_KEY_ID, "DirectReference");
        settings.put(ConfigurationConstants.SIGNATURE_PARTS, PARTS);
        settings.put(ConfigurationConstants.SIG_DIGEST_ALGO, SHA256);
        this.interceptor = new WSS4JOutInterceptor(settings);
    }

    WSS4JOutInterceptor interceptor() {
        return interceptor;
    }

    /** Makes the certificate and key of now hold; throws {@link PollFailed} when they do not. */
    void prepare(Instant now) {
        String certificates = auth.certificate().pem();
        String key = auth.privateKey().pem();
        try {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII)))
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw unreadable(null);
            }
            check((X509Certificate) chain[0], now);
            String hash = Sha256.of((certificates + key).getBytes(StandardCharsets.UTF_8));
            if (!hash.equals(inUse)) {
                use(chain, privateKey(key, chain[0].getPublicKey().getAlgorithm()), "signature-" + hash);
                inUse = hash;
            }
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private void check(X509Certificate certificate, Instant now) {
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new PollFailed(
                    Code.WRONG_CREDENTIAL,
                    "The certificate by which the hub signs to " + portal + " expired on "
                            + certificate
                                    .getNotAfter()
                                    .toInstant()
                                    .atZone(CanonicalRecord.INDIA)
                                    .toLocalDate()
                            + ": have a new one issued, and put it and its key into the settings "
                            + auth.certificate().name() + " and "
                            + auth.privateKey().name(),
                    null);
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw new PollFailed(
                    Code.WRONG_CREDENTIAL,
                    "The certificate by which the hub signs to " + portal + " is not valid yet: check the setting "
                            + auth.certificate().name() + " and the clock of this machine",
                    null);
        }
    }

    private void use(Certificate[] chain, PrivateKey key, String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, key, KEY_PASSWORD.toCharArray(), chain);
        Merlin merlin = new Merlin();
        merlin.setKeyStore(store);
        interceptor.getProperties().put(name, merlin);
        interceptor.getProperties().put(ConfigurationConstants.SIG_PROP_REF_ID, name);
        interceptor
                .getProperties()
                .put(ConfigurationConstants.SIG_ALGO, key.getAlgorithm().equals("RSA") ? RSA : ECDSA);
    }

    private PrivateKey privateKey(String pem, String algorithm) throws GeneralSecurityException {
        Matcher found = KEY.matcher(pem);
        if (!found.find()) {
            throw unreadable(null);
        }
        return KeyFactory.getInstance(algorithm)
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1))));
    }

    private PollFailed unreadable(@Nullable Exception cause) {
        return new PollFailed(
                Code.SETTING_MISSING,
                "The hub cannot sign to " + portal + ": the setting "
                        + auth.certificate().name() + " must hold a certificate in PEM, and "
                        + auth.privateKey().name()
                        + " its private key as PKCS #8 (BEGIN PRIVATE KEY), or the paths of such files",
                cause);
    }
}
