package in.sangam.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs a step in one transaction of its own. */
final class InTransaction {

    /** A step on an open transaction. */
    interface Step<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource database;
    private final String what;

    /** @param what names the step in an error, such as "The deltas could not be folded" */
    InTransaction(DataSource database, String what) {
        this.database = database;
        this.what = what;
    }

    /** Commits what the step did, or nothing when it throws. */
    <T> T run(Step<T> step) {
        return run(Connection.TRANSACTION_READ_COMMITTED, step);
    }

    /** The same, with all statements of the step seeing one snapshot. */
    <T> T inOneSnapshot(Step<T> step) {
        return run(Connection.TRANSACTION_REPEATABLE_READ, step);
    }

    private <T> T run(int isolation, Step<T> step) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            try {
                T result = step.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                DatabaseError.rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(what, e);
        }
    }
}
