package in.sangam.app.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The hub's PostgreSQL in its data folder: server, database {@code hub} and the role {@code hub} that owns nothing else.
 * Opened by a running hub, and by verbs that look into a stopped hub's folder.
 */
public final class HubDatabase implements AutoCloseable {

    private static final String NAME = "hub";

    private final PostgresServer server;
    private final String password;

    public HubDatabase(DataFolder folder) {
        this.password =
                new SecretFile(folder.file("secrets.properties")).getOrMake("database.password", Passwords::key);
        this.server = PostgresServer.start(
                folder.file("postgres"), 0, Map.of("max_connections", "60", "shared_buffers", "160MB"));
        try {
            makeRoleAndDatabase();
        } catch (SQLException e) {
            server.close();
            throw new IllegalStateException("The hub's database could not be made in " + folder.home(), e);
        }
    }

    /** Returns a new pool of connections as the role {@code hub}. */
    public HikariDataSource pool(int size) {
        return pool(server.url(NAME), NAME, password, size);
    }

    /** Returns a pool on any PostgreSQL. Connections are checked when taken and replaced after half an hour. */
    public static HikariDataSource pool(String url, String user, String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("hub");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        config.addDataSourceProperty("ApplicationName", "sangam");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private void makeRoleAndDatabase() throws SQLException {
        try (Connection owner =
                        DriverManager.getConnection(server.url("postgres"), PostgresServer.OWNER, server.password());
                Statement statement = owner.createStatement()) {
            if (!exists(owner, "select from pg_roles where rolname = ?")) {
                // The password is our own hex key, so that it needs no quoting.
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (!exists(owner, "select from pg_database where datname = ?")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean exists(Connection owner, String query) throws SQLException {
        try (PreparedStatement select = owner.prepareStatement(query)) {
            select.setString(1, NAME);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
