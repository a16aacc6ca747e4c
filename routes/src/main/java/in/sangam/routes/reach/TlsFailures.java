package in.sangam.routes.reach;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What it means when a portal's TLS is not accepted, in one sentence with what to do. */
public final class TlsFailures {

    private TlsFailures() {}

    /** Returns the sentence for a handshake of a portal that failed. */
    public static String sentence(String portal, SSLException failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return "The certificate of " + portal + " has expired: ask the portal's owner to renew it";
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return "The certificate of " + portal + " is not valid yet: check the clock of this machine";
        }
        if (has(failure, CertPathValidatorException.class) || has(failure, CertPathBuilderException.class)) {
            return "The certificate of " + portal + " is of an authority that this machine does not trust:"
                    + " put the authority's certificate into the connector's folder and name it under trust:";
        }
        return "No trusted connection with " + portal + " came about ("
                + failure.getClass().getSimpleName() + "): its certificate may be for another name,"
                + " or the address may not speak TLS";
    }

    private static boolean has(@Nullable Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
