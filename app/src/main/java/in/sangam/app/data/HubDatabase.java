package in.sangam.app.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.postgres.PostgresServer;
import in.sangam.store.PageVault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The hub's PostgreSQL in its data folder: server, database {@code hub}, the role {@code hub} that owns nothing else, and the
 * role {@code hub_vault} with a schema that {@code hub} cannot read. Opened by a running hub, and by verbs that look into a
 * stopped hub's folder.
 */
public final class HubDatabase implements AutoCloseable {

    /** How the database knows the connections of routes from those of readers. */
    public static final String FOR_ROUTES = "sangam-routes";

    private static final String FOR_READERS = "sangam";
    private static final String NAME = "hub";
    private static final String VAULT_ROLE = "hub_vault";

    private final PostgresServer server;
    private final Keeper keeper;
    private final String password;
    private final String vaultPassword;

    public HubDatabase(DataFolder folder) {
        SecretFile secrets = new SecretFile(folder.file("secrets.properties"));
        this.password = secrets.getOrMake("database.password", Passwords::key);
        this.vaultPassword = secrets.getOrMake("vault.password", Passwords::key);
        this.server = PostgresServer.start(
                folder.file("postgres"), 0, Map.of("max_connections", "60", "shared_buffers", "512MB"));
        try {
            makeRolesAndDatabase();
            makeVault();
        } catch (SQLException e) {
            server.close();
            throw new IllegalStateException("The hub's database could not be made in " + folder.home(), e);
        }
        this.keeper = new Keeper(
                "PostgreSQL in " + folder.file("postgres"), server::isRunning, server::startAgain, Keeper.LOOK);
    }

    /** Returns a new pool of connections as the role {@code hub}. */
    public HikariDataSource pool(int size) {
        return pool(server.url(NAME), NAME, password, size);
    }

    /** Returns a new pool for routes as the role {@code hub}. */
    public HikariDataSource routesPool(int size) {
        return routesPool(server.url(NAME), NAME, password, size);
    }

    /** Returns a new, small pool of connections as the role of the vault. */
    public HikariDataSource vaultPool() {
        return vaultPool(server.url(NAME), VAULT_ROLE, vaultPassword);
    }

    /** Returns a small pool as the role of a vault on any PostgreSQL; it holds no connection while nobody asks. */
    public static HikariDataSource vaultPool(String url, String user, String password) {
        HikariConfig config = configuration("vault", FOR_READERS, url, user, password);
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Returns a pool on any PostgreSQL. Connections are checked when taken and replaced after half an hour. */
    public static HikariDataSource pool(String url, String user, String password, int size) {
        return pool(configuration("hub", FOR_READERS, url, user, password), size);
    }

    /** Returns a pool for routes on any PostgreSQL: what they do never takes a reader's connection. */
    public static HikariDataSource routesPool(String url, String user, String password, int size) {
        return pool(configuration("hub-routes", FOR_ROUTES, url, user, password), size);
    }

    private static HikariDataSource pool(HikariConfig config, int size) {
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // A network that swallows packets must not hold a page for ever: no statement of ours is silent for so long.
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("socketTimeout", "300");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    private static HikariConfig configuration(
            String name, String application, String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.addDataSourceProperty("ApplicationName", application);
        return config;
    }

    private void makeRolesAndDatabase() throws SQLException {
        try (Connection owner = owner("postgres");
                Statement statement = owner.createStatement()) {
            statement.execute("set scram_iterations = " + PostgresServer.ROUNDS_OF_A_KEY);
            makeRole(owner, statement, NAME, password);
            makeRole(owner, statement, VAULT_ROLE, vaultPassword);
            if (!exists(owner, "select from pg_database where datname = ?", NAME)) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static void makeRole(Connection owner, Statement statement, String role, String password)
            throws SQLException {
        if (!exists(owner, "select from pg_roles where rolname = ?", role)) {
            // The password is our own hex key, so that it needs no quoting.
            statement.execute("create role " + role + " login password '" + password + "'");
        }
    }

    /** The role of the hub owns the database, but not this schema. */
    private void makeVault() throws SQLException {
        try (Connection owner = owner(NAME);
                Statement statement = owner.createStatement()) {
            statement.execute("create schema if not exists " + PageVault.SCHEMA + " authorization " + VAULT_ROLE);
        }
    }

    private Connection owner(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), PostgresServer.OWNER, server.password());
    }

    private static boolean exists(Connection owner, String query, String name) throws SQLException {
        try (PreparedStatement select = owner.prepareStatement(query)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void close() {
        keeper.close();
        server.close();
    }
}
