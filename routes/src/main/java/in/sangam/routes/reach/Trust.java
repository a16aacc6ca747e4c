package in.sangam.routes.reach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates that are trusted for a portal: the machine's own, and those that the portal's folder holds. */
public final class Trust {

    private Trust() {}

    /** Returns a TLS context that trusts the machine's authorities and, if given, the PEM certificates of a file. */
    public static SSLContext context(@Nullable Path further) {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store(further));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw unreadable(further, e);
        }
    }

    /** Returns the same certificates as a store, for a client that makes a context of its own. */
    static KeyStore store(@Nullable Path further) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (X509Certificate each : own()) {
                trusted.setCertificateEntry("own-" + count++, each);
            }
            if (further != null) {
                try (InputStream file = Files.newInputStream(further)) {
                    for (Certificate each :
                            CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                        trusted.setCertificateEntry("portal-" + count++, each);
                    }
                }
            }
            return trusted;
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(further, e);
        }
    }

    private static IllegalStateException unreadable(@Nullable Path further, Exception e) {
        return new IllegalStateException(
                "The certificates " + (further == null ? "of this machine" : "in " + further) + " cannot be read", e);
    }

    private static X509Certificate[] own() throws GeneralSecurityException {
        TrustManagerFactory machine = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        machine.init((KeyStore) null);
        return ((X509TrustManager) machine.getTrustManagers()[0]).getAcceptedIssuers();
    }
}
