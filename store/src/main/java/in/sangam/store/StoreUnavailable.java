package in.sangam.store;

import java.sql.SQLException;

/** The database could not do now what it is asked to, and nothing was changed: try again later. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(String what, SQLException cause) {
        super(what + " (SQLSTATE " + cause.getSQLState() + ")", cause);
    }
}
