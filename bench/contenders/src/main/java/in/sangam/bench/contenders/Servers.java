package in.sangam.bench.contenders;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.postgres.PostgresServer;
import in.sangam.routes.broker.BrokerAccount;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;

/** PostgreSQL and Artemis in a folder, with the settings that the hub gives them, and the contender's own tables. */
final class Servers implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final PostgresServer postgres;
    private final EmbeddedBroker broker;
    private final HikariDataSource database;

    Servers(Path folder, String schema) throws SQLException, IOException {
        postgres = PostgresServer.start(
                folder.resolve("postgres"), 0, Map.of("max_connections", "60", "shared_buffers", "160MB"));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(postgres.url("postgres"));
        pool.setUsername(PostgresServer.OWNER);
        pool.setPassword(postgres.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        database = new HikariDataSource(pool);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(resource(schema));
        }
        BrokerAccount account = new BrokerAccount("bench", postgres.password());
        broker = EmbeddedBroker.start(
                BrokerSettings.of(folder.resolve("broker"), account, new BrokerAccount("viewer", "")));
    }

    HikariDataSource database() {
        return database;
    }

    EmbeddedBroker broker() {
        return broker;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Servers.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        broker.close();
        database.close();
        postgres.close();
    }
}
