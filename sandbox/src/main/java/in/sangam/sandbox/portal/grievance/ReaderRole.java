package in.sangam.sandbox.portal.grievance;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The role that Lok Shikayat gives to those who read its database: it may read one schema and change nothing. */
public final class ReaderRole {

    public static final String NAME = "hub_reader";

    private ReaderRole() {}

    /** Lets the role log in with the password, a generated secret of hexadecimal digits. */
    public static void open(DataSource owner, String password) throws SQLException {
        if (!password.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException("The password of " + NAME + " must be hexadecimal digits");
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            // The server's answer to ALTER ROLE takes no bound parameter; hexadecimal digits need no quoting.
            statement.execute("alter role " + NAME + " login password '" + password + "'");
            statement.execute("alter role " + NAME + " set default_transaction_read_only = on");
            statement.execute("alter role " + NAME + " set search_path = lokshikayat");
            statement.execute("alter role " + NAME + " connection limit 40");
        }
    }
}
