package in.sangam.app.certify;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.app.data.Passwords;
import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.record.RecordAssembler;
import in.sangam.kit.Connector;
import in.sangam.kit.translate.Normaliser;
import in.sangam.postgres.PostgresServer;
import in.sangam.routes.Queues;
import in.sangam.routes.RoutesConfiguration;
import in.sangam.routes.broker.BrokerAccount;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.broker.EmbeddedBroker;
import in.sangam.routes.deliver.Flows;
import in.sangam.store.Answers;
import in.sangam.store.StoreSchema;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Broker and database server of a hub that is there for certification alone, in a folder of its own that goes with it. */
public final class CertificationHub implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(300);
    private static final int MOST_DELIVERIES = 5;

    private final Path folder;
    private final HubConfig config;
    private final PostgresServer server;
    private final EmbeddedBroker broker;
    private final ConnectionFactory connections;
    private int databases;

    public CertificationHub(HubConfig config) {
        this.config = config;
        try {
            this.folder = Files.createTempDirectory("sangam-certify");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no temporary folder", e);
        }
        this.server = PostgresServer.start(folder.resolve("postgres"), 0, Map.of("max_connections", "80"));
        this.broker = EmbeddedBroker.start(BrokerSettings.of(
                        folder.resolve("broker"),
                        new BrokerAccount("hub", Passwords.key()),
                        new BrokerAccount("viewer", Passwords.key()))
                .withRedelivery(MOST_DELIVERIES, Duration.ofMillis(50)));
        this.connections = broker.connections();
    }

    PostgresServer server() {
        return server;
    }

    HubConfig config() {
        return config;
    }

    BrokerControl queues() {
        return new BrokerControl(connections);
    }

    /** Makes an empty database of a hub. */
    HikariDataSource database() {
        String name = "hub_" + ++databases;
        try (HikariDataSource admin = pool("postgres", 1)) {
            JdbcClient.create(admin).sql("create database " + name).update();
        }
        HikariDataSource database = pool(name, 10);
        StoreSchema.migrate(database);
        return database;
    }

    /** Starts the routes of one connector on a database; closing stops them. */
    Running start(Connector connector, HikariDataSource database, Instant asOf) {
        Answers answers = new Answers(database);
        RoutesConfiguration routes = new RoutesConfiguration(new RoutesConfiguration.Parts(
                connections,
                MOST_DELIVERIES,
                database,
                null,
                List.of(connector),
                new Normaliser(new RecordAssembler(config.places().names(), config.rules(), answers)),
                answers,
                config.measures(),
                sinks -> {},
                new Flows(Map.of()),
                AsOfClock.fixed(asOf),
                "certification",
                stream -> POLL,
                Duration.ofSeconds(5),
                new SimpleMeterRegistry()));
        DefaultCamelContext context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(10);
        try {
            routes.addTo(context);
            context.start();
        } catch (Exception e) {
            throw new IllegalStateException("The routes of " + connector + " cannot be started", e);
        }
        return new Running(context, routes, queues());
    }

    /** Running routes. They end with empty queues: a page that stayed would go to the hub of the next connector. */
    record Running(DefaultCamelContext context, RoutesConfiguration routes, BrokerControl queues)
            implements AutoCloseable {

        private static final String POLL_ROUTES = ".poll";
        private static final Duration LONGEST_DRAIN = Duration.ofSeconds(20);

        @Override
        public void close() {
            try {
                for (Route each : context.getRoutes()) {
                    if (each.getRouteId().endsWith(POLL_ROUTES)) {
                        context.getRouteController().stopRoute(each.getRouteId());
                    }
                }
                Patience.until(LONGEST_DRAIN, () -> Queues.ALL.stream().allMatch(queue -> queues.waiting(queue) == 0));
                context.close();
                routes.close();
            } catch (Exception e) {
                throw new IllegalStateException("The routes did not stop", e);
            }
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
        broker.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(each -> each.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be removed", e);
        }
    }
}
