package in.sangam.routes;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.postgres.PostgresServer;
import in.sangam.store.StoreSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for all tests of a JVM; every hub gets a migrated database of its own, copied from the first. */
final class HubDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final PostgresServer SERVER = PostgresServer.temporary(Map.of("max_connections", "100"));

    private final String name;
    private final HikariDataSource pool;

    private HubDatabase(String name) {
        this.name = name;
        this.pool = pool(name, 10);
    }

    static HubDatabase empty() {
        return copyOf("template1");
    }

    static HubDatabase migrated() {
        return copyOf(Migrated.NAME);
    }

    private static HubDatabase copyOf(String template) {
        String name = "routes_" + COUNT.incrementAndGet();
        try (HikariDataSource admin = pool("postgres", 1)) {
            JdbcClient.create(admin)
                    .sql("create database " + name + " template " + template)
                    .update();
        }
        return new HubDatabase(name);
    }

    /** The hub's schema, made once and copied. */
    private static final class Migrated {

        static final String NAME = made();

        private static String made() {
            try (HubDatabase database = empty()) {
                StoreSchema.migrate(database.pool);
                return database.name;
            }
        }
    }

    HikariDataSource source() {
        return pool;
    }

    String url() {
        return SERVER.url(name);
    }

    static String user() {
        return PostgresServer.OWNER;
    }

    static String password() {
        return SERVER.password();
    }

    void execute(String sql) {
        JdbcClient.create(pool).sql(sql).update();
    }

    long count(String sql) {
        return JdbcClient.create(pool).sql(sql).query(Long.class).single();
    }

    List<String> texts(String sql) {
        return JdbcClient.create(pool).sql(sql).query(String.class).list();
    }

    /** Makes the database refuse every connection, and cuts those there are, until {@link #comeBack}. */
    void goAway() {
        try (HikariDataSource admin = pool("postgres", 1)) {
            JdbcClient.create(admin)
                    .sql("alter database " + name + " with allow_connections false")
                    .update();
            JdbcClient.create(admin)
                    .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ?")
                    .params(name)
                    .query(Long.class)
                    .single();
        }
    }

    void comeBack() {
        try (HikariDataSource admin = pool("postgres", 1)) {
            JdbcClient.create(admin)
                    .sql("alter database " + name + " with allow_connections true")
                    .update();
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariDataSource pool(String database, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SERVER.url(database));
        config.setUsername(PostgresServer.OWNER);
        config.setPassword(SERVER.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }
}
