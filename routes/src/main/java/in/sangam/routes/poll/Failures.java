package in.sangam.routes.poll;

import in.sangam.kit.Settings;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.routes.poll.PollFailed.Code;
import in.sangam.store.StoreUnavailable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
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
        // Of the hub's own database: the portals' are reached without Spring's JDBC.
        if (cause instanceof StoreUnavailable || cause instanceof DataAccessException) {
            return new PollFailed(Code.STORE_UNAVAILABLE, "The hub's database is not to be had", cause);
        }
        if (cause instanceof SQLException refused) {
            return SqlFailures.of(polled, refused);
        }
        if (cause instanceof SocketTimeoutException) {
            return new PollFailed(
                    Code.TIMEOUT,
                    polled.portal() + " gave no answer within "
                            + polled.connector().transport().timeout().toSeconds() + " s",
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
}
