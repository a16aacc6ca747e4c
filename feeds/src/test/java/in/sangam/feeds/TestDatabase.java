package in.sangam.feeds;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.postgres.PostgresServer;
import in.sangam.store.StoreSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for all tests of a JVM; every hub gets a migrated database of its own. */
final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final PostgresServer SERVER = started();

    private TestDatabase() {}

    static HikariDataSource fresh() {
        String name = "feeds_" + COUNT.incrementAndGet();
        try (HikariDataSource admin = pool("postgres", 1)) {
            JdbcClient.create(admin).sql("create database " + name).update();
        }
        HikariDataSource pool = pool(name, 6);
        StoreSchema.migrate(pool);
        return pool;
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
        try {
            Path home = Files.createTempDirectory("sangam-feeds-test");
            PostgresServer server = PostgresServer.start(home, 0, Map.of("fsync", "off", "full_page_writes", "off"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::discard));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
