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
import javax.sql.DataSource;

/**
 * A PostgreSQL server of the sandbox with one database, opened as its owner. What is in it was made from a seed and can
 * be made again, but it is kept durable: a kill must not change what the portals serve.
 */
public final class SandboxDatabase implements AutoCloseable {

    private static final Map<String, String> SETTINGS =
            Map.of("max_connections", "80", "jit", "off", "checkpoint_timeout", "30min");

    private final PostgresServer server;
    private final String name;
    private final HikariDataSource pool;

    private SandboxDatabase(PostgresServer server, String name, HikariDataSource pool) {
        this.server = server;
        this.name = name;
        this.pool = pool;
    }

    /** Starts the server in its folder and makes the database when it is not there yet. */
    static SandboxDatabase open(Path home, String name) {
        PostgresServer server = PostgresServer.start(home, 0, SETTINGS);
        try {
            createWhenAbsent(server, name);
            HikariConfig config = new HikariConfig();
            config.setPoolName(name);
            config.setJdbcUrl(server.url(name));
            config.setUsername(PostgresServer.OWNER);
            config.setPassword(server.password());
            config.setMaximumPoolSize(16);
            config.setMinimumIdle(1);
            return new SandboxDatabase(server, name, new HikariDataSource(config));
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw new IllegalStateException("The database " + name + " in " + home + " cannot be opened", e);
        }
    }

    DataSource owner() {
        return pool;
    }

    /** Returns how another server of the sandbox reaches this database. */
    Address address() {
        return new Address(server.port(), name, PostgresServer.OWNER, server.password());
    }

    private static void createWhenAbsent(PostgresServer server, String name) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url("postgres"), PostgresServer.OWNER, server.password());
                Statement statement = connection.createStatement()) {
            var found = statement.executeQuery("select from pg_database where datname = '" + name + "'");
            if (!found.next()) {
                statement.execute("create database " + name);
                statement.execute("revoke connect on database postgres, template1 from public");
                statement.execute("revoke temporary on database " + name + " from public");
            }
        }
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
