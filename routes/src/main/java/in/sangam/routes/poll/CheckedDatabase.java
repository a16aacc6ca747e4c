package in.sangam.routes.poll;

import in.sangam.kit.Auth;
import in.sangam.kit.Transport;
import in.sangam.routes.reach.AddressPolicy;
import in.sangam.routes.reach.DatabaseAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * New connections to a portal's database, each to an address that was judged just before. User and password are read for each, so that
 * a new one holds at once.
 */
final class CheckedDatabase implements DataSource {

    private static final String CONNECTION_FAILED = "08001";
    private static final String INDIA = "+05:30";
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final Duration SLACK = Duration.ofSeconds(3);

    private final Transport.Sql transport;

    CheckedDatabase(Transport.Sql transport) {
        this.transport = transport;
    }

    @Override
    public Connection getConnection() throws SQLException {
        judge();
        Properties properties = new Properties();
        if (transport.auth() instanceof Auth.Login login) {
            properties.setProperty("user", login.username().reveal());
            properties.setProperty("password", login.password().reveal());
        }
        // The server ends a query that takes too long; only a wire that has fallen silent lets the socket wait longer
        // than that.
        Duration silent = transport.timeout().plus(SLACK);
        if (transport.url().startsWith(POSTGRES)) {
            properties.setProperty("socketTimeout", String.valueOf(silent.toSeconds()));
        }
        if (DatabasePortal.isMaria(transport)) {
            properties.setProperty("socketTimeout", String.valueOf(silent.toMillis()));
            properties.setProperty(
                    "connectTimeout",
                    String.valueOf(Math.min(transport.timeout().toMillis(), 10_000)));
            // Its times without a zone are those of the portal's clock, not of this machine's.
            properties.setProperty("connectionTimeZone", INDIA);
            properties.setProperty("forceConnectionTimeZoneToSession", "true");
            properties.setProperty("preserveInstants", "true");
        }
        return DriverManager.getConnection(transport.url(), properties);
    }

    private void judge() throws SQLException {
        for (String host : DatabaseAddress.hosts(transport.url())) {
            try {
                AddressPolicy.resolve(host);
            } catch (IOException refused) {
                throw new SQLNonTransientConnectionException(refused.getMessage(), CONNECTION_FAILED, refused);
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // The pool logs for itself.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The driver's time-out would be one of the whole machine; the pool's own holds.
    }

    @Override
    public int getLoginTimeout() {
        // The pool takes it for how long it waits at its end for a connection that is being made.
        return Math.max(1, Math.toIntExact(transport.timeout().toSeconds()));
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("It logs nothing");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("It wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
