package in.sangam.routes.poll;

import in.sangam.routes.poll.PollFailed.Code;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** What a portal's database means by its SQLSTATE. Its messages are not passed on: they may quote values. */
final class SqlFailures {

    private static final String INVALID_AUTHORISATION = "28";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";
    private static final String CANCELLED = "57014";

    private SqlFailures() {}

    static PollFailed of(PolledStream polled, SQLException refused) {
        SQLException inner = innermost(refused);
        String state = inner.getSQLState() == null ? "" : inner.getSQLState();
        String portal = polled.portal();
        if (state.startsWith(INVALID_AUTHORISATION)) {
            return new PollFailed(Code.WRONG_CREDENTIAL, Credential.refused(polled, "SQLSTATE " + state), refused);
        }
        if (state.equals(INSUFFICIENT_PRIVILEGE)) {
            return new PollFailed(
                    Code.REQUEST_REFUSED,
                    portal + " does not let the hub's role read what the query names (SQLSTATE " + state + ")",
                    refused);
        }
        if (state.equals(CANCELLED)) {
            return new PollFailed(Code.TIMEOUT, portal + " did not finish the query in time", refused);
        }
        if (state.startsWith(CONNECTION)
                || state.startsWith(SHUTDOWN)
                || refused instanceof SQLTransientConnectionException) {
            return new PollFailed(Code.UNREACHABLE, portal + " cannot be reached (SQLSTATE " + state + ")", refused);
        }
        return new PollFailed(
                Code.PORTAL_ERROR, portal + " does not accept the query (SQLSTATE " + state + ")", refused);
    }

    /** A connection pool wraps what the database said. */
    private static SQLException innermost(SQLException refused) {
        SQLException found = refused;
        for (Throwable cause = refused; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException deeper && deeper.getSQLState() != null) {
                found = deeper;
            }
        }
        return found;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause();
    }
}
