package in.sangam.feeds;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.postgres.PostgresServer;
import in.sangam.store.StoreSchema;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for all tests of a JVM; every hub gets a migrated database of its own. */
final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final PostgresServer SERVER = PostgresServer.temporary(Map.of());

    private TestDatabase() {}

    static HikariDataSource fresh() {
        return copyOf(Migrated.NAME);
    }

    /** The hub's schema, made once and copied. */
    private static final class Migrated {

        static final String NAME = made();

        private static String made() {
            try (HikariDataSource database = copyOf("template1")) {
                StoreSchema.migrate(database);
            }
            return "feeds_" + COUNT.get();
        }
    }

    private static HikariDataSource copyOf(String template) {
        String name = "feeds_" + COUNT.incrementAndGet();
        try (HikariDataSource admin = pool("postgres", 1)) {
            JdbcClient.create(admin)
                    .sql("create database " + name + " template " + template)
                    .update();
        }
        return pool(name, 6);
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
}
