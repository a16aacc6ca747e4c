package in.sangam.routes.poll;

import in.sangam.kit.Secret;
import in.sangam.kit.Settings;
import in.sangam.kit.Transport;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.routes.intake.BrokerUnavailable;
import in.sangam.routes.poll.PollFailed.Code;
import in.sangam.routes.reach.AddressPolicy;
import in.sangam.routes.reach.CredentialRefused;
import in.sangam.routes.reach.TlsFailures;
import in.sangam.store.StoreUnavailable;
import jakarta.jms.JMSException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** The table from what was thrown in a poll to what it means; the first row that fits, from the outermost cause inwards. */
final class Failures {

    private Failures() {}

    static PollFailed of(PolledStream polled, @Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            PollFailed known = known(polled, cause);
            if (known != null) {
                return known;
            }
        }
        return new PollFailed(
                Code.UNEXPECTED,
                "The poll failed for a reason that is not in the table: "
                        + (thrown == null ? "unknown" : thrown.getClass().getName()),
                thrown);
    }

    private static @Nullable PollFailed known(PolledStream polled, Throwable cause) {
        if (cause instanceof PollFailed failure) {
            return failure;
        }
        if (cause instanceof UnreadablePage page) {
            return new PollFailed(Code.UNREADABLE, String.valueOf(page.getMessage()), page);
        }
        if (cause instanceof Settings.Unset unset) {
            return new PollFailed(Code.SETTING_MISSING, String.valueOf(unset.getMessage()), unset);
        }
        if (cause instanceof Secret.NoPem wrong) {
            return new PollFailed(Code.SETTING_MISSING, String.valueOf(wrong.getMessage()), wrong);
        }
        // Of the hub's own database: the portals' are reached without Spring's JDBC.
        if (cause instanceof StoreUnavailable || cause instanceof DataAccessException) {
            return new PollFailed(Code.STORE_UNAVAILABLE, "The hub's database is not to be had", cause);
        }
        if (cause instanceof BrokerUnavailable) {
            return new PollFailed(
                    Code.BROKER_UNAVAILABLE, cause.getMessage() + "; the cursor stays where it was", cause);
        }
        if (cause instanceof SQLException refused) {
            return SqlFailures.of(polled, refused);
        }
        if (cause instanceof JMSException refused) {
            return QueueFailures.of(polled, refused);
        }
        if (cause instanceof CredentialRefused refused) {
            return new PollFailed(
                    Code.WRONG_CREDENTIAL, Credential.refused(polled, String.valueOf(refused.getMessage())), refused);
        }
        if (cause instanceof SSLException untrusted) {
            return new PollFailed(Code.UNTRUSTED, TlsFailures.sentence(polled.portal(), untrusted), untrusted);
        }
        if (cause instanceof UnknownHostException unknown) {
            return unknown.getCause() instanceof AddressPolicy.Refused refused
                    ? refused(polled, refused)
                    : new PollFailed(
                            Code.UNREACHABLE,
                            "The name in the url of " + polled.portal()
                                    + " is not known to the name service: check it, and the network of this machine",
                            unknown);
        }
        if (cause instanceof AddressPolicy.Refused refused) {
            return refused(polled, refused);
        }
        if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
            return new PollFailed(
                    Code.TIMEOUT,
                    polled.portal() + " gave no answer within "
                            + polled.connector().transport().timeout().toSeconds() + " s",
                    cause);
        }
        if ((cause instanceof SocketException && !(cause instanceof ConnectException))
                || cause instanceof ConnectionClosedException
                || cause instanceof EOFException) {
            return new PollFailed(
                    Code.UNREACHABLE,
                    polled.portal() + " broke the connection before its answer was whole ("
                            + cause.getClass().getSimpleName() + ")",
                    cause);
        }
        if (cause instanceof FileSystemException && polled.connector().transport() instanceof Transport.FileDrop drop) {
            return new PollFailed(
                    Code.REQUEST_REFUSED,
                    "The drop folder " + drop.folder() + " of " + polled.portal() + " cannot be used ("
                            + cause.getClass().getSimpleName()
                            + "): make it, or let the hub's user read and write it",
                    cause);
        }
        if (cause instanceof ZipException) {
            return new PollFailed(
                    Code.PORTAL_ERROR,
                    polled.portal() + " says that its answer is packed (gzip), but it cannot be unpacked: ask its owner"
                            + " to send it unpacked, or whole",
                    cause);
        }
        return cause instanceof IOException
                ? new PollFailed(
                        Code.UNREACHABLE,
                        polled.portal() + " cannot be reached ("
                                + cause.getClass().getSimpleName() + ")",
                        cause)
                : null;
    }

    private static PollFailed refused(PolledStream polled, AddressPolicy.Refused refused) {
        return new PollFailed(Code.ADDRESS_REFUSED, "Of " + polled.portal() + ": " + refused.getMessage(), refused);
    }
}
