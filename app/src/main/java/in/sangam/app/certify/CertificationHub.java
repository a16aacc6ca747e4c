package in.sangam.app.certify;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.core.config.HubConfig;
import in.sangam.postgres.PostgresServer;
import in.sangam.store.StoreSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is there for certification alone, in a folder of its own that goes with it: a database server, and brokers that connectors
 * take in turn, so that several are certified side by side and none sees the pages of another.
 */
public final class CertificationHub implements AutoCloseable {

    private static final String TEMPLATE = "hub_template";

    private final Path folder;
    private final HubConfig config;
    private final PostgresServer server;
    private final AtomicInteger databases = new AtomicInteger();
    private final AtomicInteger brokers = new AtomicInteger();
    private final Deque<CertificationLane> idle = new ConcurrentLinkedDeque<>();

    public CertificationHub(HubConfig config) {
        this.config = config;
        try {
            this.folder = Files.createTempDirectory("sangam-certify");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no temporary folder", e);
        }
        this.server = PostgresServer.start(folder.resolve("postgres"), 0, Map.of("max_connections", "120"));
        create(TEMPLATE, "template1");
        try (HikariDataSource template = pool(TEMPLATE, 2)) {
            StoreSchema.migrate(template);
        }
    }

    PostgresServer server() {
        return server;
    }

    HubConfig config() {
        return config;
    }

    /** Makes the empty database of a hub. */
    HikariDataSource database() {
        String name = "hub_" + databases.incrementAndGet();
        create(name, TEMPLATE);
        return pool(name, 10);
    }

    /** Returns a broker that nobody uses, starting one when there is none; closing gives it back. */
    CertificationLane lane() {
        CertificationLane lane = idle.poll();
        return lane != null
                ? lane
                : new CertificationLane(config, folder.resolve("broker-" + brokers.incrementAndGet()), idle::add);
    }

    private void create(String database, String template) {
        try (HikariDataSource admin = pool("postgres", 1)) {
            JdbcClient.create(admin)
                    .sql("create database " + database + " template " + template)
                    .update();
        }
    }

    private HikariDataSource pool(String database, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(server.url(database));
        pool.setUsername(PostgresServer.OWNER);
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(0);
        return new HikariDataSource(pool);
    }

    @Override
    public void close() {
        idle.forEach(CertificationLane::stop);
        server.discard();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(each -> each.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be removed", e);
        }
    }
}
