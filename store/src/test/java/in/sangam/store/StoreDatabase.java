package in.sangam.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for all tests of a JVM; every test gets a migrated database of its own, copied from a template. */
final class StoreDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final PostgresServer SERVER = started();

    private final HikariDataSource pool;

    private StoreDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    static StoreDatabase fresh() {
        String name = "store_" + COUNT.incrementAndGet();
        try (HikariDataSource admin = pool("postgres", 1)) {
            execute(admin, "create database " + name + " template store_template");
        }
        return new StoreDatabase(pool(name, 8));
    }

    HikariDataSource source() {
        return pool;
    }

    void execute(String sql) {
        execute(pool, sql);
    }

    /** Returns each row as its columns parted by a blank. */
    List<String> rows(String sql) {
        return JdbcClient.create(pool)
                .sql(sql)
                .query((row, n) -> {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        columns.add(row.getString(i));
                    }
                    return String.join(
                            " ", columns.stream().map(String::valueOf).toList());
                })
                .list();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void execute(HikariDataSource source, String sql) {
        try (Connection c = source.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static HikariDataSource pool(String database, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SERVER.url(database));
        config.setUsername(PostgresServer.OWNER);
        config.setPassword(SERVER.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static PostgresServer started() {
        PostgresServer server = PostgresServer.temporary(Map.of());
        template(server);
        return server;
    }

    private static void template(PostgresServer server) {
        HikariConfig config = new HikariConfig();
        config.setUsername(PostgresServer.OWNER);
        config.setPassword(server.password());
        config.setMaximumPoolSize(2);
        config.setJdbcUrl(server.url("postgres"));
        try (HikariDataSource admin = new HikariDataSource(config)) {
            execute(admin, "create database store_template");
        }
        config.setJdbcUrl(server.url("store_template"));
        try (HikariDataSource template = new HikariDataSource(config)) {
            StoreSchema.migrate(template);
        }
    }
}
