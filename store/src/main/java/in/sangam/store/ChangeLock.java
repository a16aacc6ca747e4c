package in.sangam.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The lock under which change numbers are drawn, held to the end of the transaction: so a change that can be seen never has a
 * smaller number than one that was seen before it.
 */
final class ChangeLock {

    /** Any number that no other advisory lock of this database uses. */
    private static final long KEY = 0x53414E47414DL;

    private ChangeLock() {}

    static void await(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + KEY + ")");
        }
    }

    static boolean isFree(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_xact_lock(" + KEY + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
