package in.sangam.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Tells what a database error means for a page. */
final class DatabaseError {

    private DatabaseError() {}

    /** True when the same data would be refused again: data exceptions, broken constraints, limits of a value. */
    static boolean refusesTheData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    /** Rolls back after a failure without hiding it. */
    static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoLost) {
            failure.addSuppressed(alsoLost);
        }
    }
}
