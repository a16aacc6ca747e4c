package in.sangam.bench.contenders;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.postgres.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** PostgreSQL in a folder, with the settings that the hub gives it, and a contender's own tables. */
public final class RecordDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final PostgresServer postgres;
    private final HikariDataSource pool;

    private RecordDatabase(PostgresServer postgres, HikariDataSource pool) {
        this.postgres = postgres;
        this.pool = pool;
    }

    /**
     * Starts it and makes the tables.
     *
     * @param schema resources beside a class, in the order in which they run
     */
    public static RecordDatabase start(Path folder, Class<?> beside, String... schema)
            throws SQLException, IOException {
        PostgresServer postgres = PostgresServer.start(
                folder.resolve("postgres"), 0, Map.of("max_connections", "60", "shared_buffers", "512MB"));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.url("postgres"));
        config.setUsername(PostgresServer.OWNER);
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(CONNECTIONS);
        HikariDataSource pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String resource : schema) {
                statement.execute(text(beside, resource));
            }
        }
        return new RecordDatabase(postgres, pool);
    }

    public DataSource pool() {
        return pool;
    }

    public String url() {
        return postgres.url("postgres");
    }

    public String password() {
        return postgres.password();
    }

    private static String text(Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        pool.close();
        postgres.close();
    }
}
