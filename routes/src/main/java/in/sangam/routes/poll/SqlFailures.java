package in.sangam.routes.poll;

import in.sangam.kit.Settings;
import in.sangam.routes.poll.PollFailed.Code;
import in.sangam.routes.reach.AddressPolicy;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a portal's database means by its SQLSTATE. Its messages are not passed on: they may quote values. */
final class SqlFailures {

    private static final String INVALID_AUTHORISATION = "28";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";
    private static final Set<String> CANCELLED = Set.of("57014", "70100");
    // Of PostgreSQL and of MariaDB: a table, a column that is not there.
    private static final Set<String> UNKNOWN = Set.of("42P01", "42703", "42S02", "42S22");
    // MariaDB and MySQL give refused rights the SQLSTATE of a query at fault; these are their own numbers for them.
    private static final Set<Integer> MARIA_REFUSES = Set.of(1044, 1142, 1143, 1370);

    private SqlFailures() {}

    static PollFailed of(PolledStream polled, SQLException refused) {
        AddressPolicy.Refused address = cause(refused, AddressPolicy.Refused.class);
        if (address != null) {
            return new PollFailed(Code.ADDRESS_REFUSED, "Of " + polled.portal() + ": " + address.getMessage(), address);
        }
        Settings.Unset unset = cause(refused, Settings.Unset.class);
        if (unset != null) {
            return new PollFailed(Code.SETTING_MISSING, String.valueOf(unset.getMessage()), unset);
        }
        SQLException inner = innermost(refused);
        String state = inner.getSQLState() == null ? "" : inner.getSQLState();
        String portal = polled.portal();
        if (state.startsWith(INVALID_AUTHORISATION)) {
            return new PollFailed(Code.WRONG_CREDENTIAL, Credential.refused(polled, "SQLSTATE " + state), refused);
        }
        if (state.equals(INSUFFICIENT_PRIVILEGE) || MARIA_REFUSES.contains(inner.getErrorCode())) {
            return new PollFailed(
                    Code.REQUEST_REFUSED,
                    portal + " does not let the hub's role read what the query names (SQLSTATE " + state + ")",
                    refused);
        }
        if (UNKNOWN.contains(state)) {
            return new PollFailed(
                    Code.REQUEST_REFUSED,
                    portal + " has no table or column that the query names (SQLSTATE " + state
                            + "): compare select: in the connector with the portal's tables of today",
                    refused);
        }
        if (CANCELLED.contains(state)
                || inner instanceof SQLTimeoutException
                || cause(refused, SocketTimeoutException.class) != null) {
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

    private static <T extends Throwable> @Nullable T cause(SQLException refused, Class<T> type) {
        for (Throwable cause = refused; cause != null; cause = next(cause)) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause();
    }
}
