package in.sangam.sandbox.home;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The sandbox's own PostgreSQL server with its database {@code sandbox}, opened as its owner. What is in it was made
 * from a seed and can be made again, but it is kept durable: a kill must not change what the portals serve.
 */
public final class SandboxDatabase implements AutoCloseable {

    static final String NAME = "sandbox";

    private static final Map<String, String> SETTINGS =
            Map.of("max_connections", "80", "jit", "off", "checkpoint_timeout", "30min");

    private final PostgresServer server;
    private final HikariDataSource pool;

    private SandboxDatabase(PostgresServer server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /** Starts the server in its folder and makes the database when it is not there yet. */
    public static SandboxDatabase open(Path home) {
        PostgresServer server = PostgresServer.start(home, 0, SETTINGS);
        try {
            createWhenAbsent(server);
            HikariConfig config = new HikariConfig();
            config.setPoolName("sandbox");
            config.setJdbcUrl(server.url(NAME));
            config.setUsername(PostgresServer.OWNER);
            config.setPassword(server.password());
            config.setMaximumPoolSize(16);
            config.setMinimumIdle(1);
            return new SandboxDatabase(server, new HikariDataSource(config));
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw new IllegalStateException("The sandbox's database in " + home + " cannot be opened", e);
        }
    }

    public DataSource owner() {
        return pool;
    }

    /** Returns the TCP port of the server, which only the sandbox itself uses. */
    public int port() {
        return server.port();
    }

    /** Returns a setting of the fill (as-of, seed, scale); empty before the database is filled. */
    public Optional<String> setting(String name) {
        try (Connection connection = pool.getConnection();
                var exists = connection.prepareStatement("select to_regclass('truth.setting') is not null")) {
            var found = exists.executeQuery();
            if (!found.next() || !found.getBoolean(1)) {
                return Optional.empty();
            }
            try (var query = connection.prepareStatement("select value from truth.setting where name = ?")) {
                query.setString(1, name);
                var row = query.executeQuery();
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox's settings cannot be read", e);
        }
    }

    private static void createWhenAbsent(PostgresServer server) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url("postgres"), PostgresServer.OWNER, server.password());
                Statement statement = connection.createStatement()) {
            var found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'");
            if (!found.next()) {
                statement.execute("create database " + NAME);
                statement.execute("revoke connect on database postgres, template1 from public");
                statement.execute("revoke temporary on database " + NAME + " from public");
            }
        }
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
