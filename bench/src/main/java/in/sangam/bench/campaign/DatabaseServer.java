package in.sangam.bench.campaign;

import in.sangam.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL as a process of its own, with a database for the hubs and a login that owns it and nothing else. */
final class DatabaseServer implements AutoCloseable {

    static final String NAME = "hub";

    private static final int START_ATTEMPTS = 20;

    private final Path home;
    private final Map<String, String> settings;
    private final int port = Node.freePort();
    private @Nullable PostgresServer server;

    DatabaseServer(Path home, Map<String, String> settings) {
        this.home = home;
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "database-stop"));
    }

    void start() {
        server = PostgresServer.start(home, port, settings);
    }

    /** Starts it as a supervisor does: again and again, until it comes up. */
    void startPatiently() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                start();
                return;
            } catch (RuntimeException notYet) {
                if (attempt == START_ATTEMPTS) {
                    throw notYet;
                }
                Thread.sleep(1_000);
            }
        }
    }

    /** Makes the login and an empty database; an older one of that name is thrown away. */
    void makeDatabase() throws SQLException {
        try (Connection owner = connect("postgres");
                Statement statement = owner.createStatement()) {
            statement.execute("drop database if exists " + NAME + " with (force)");
            statement.execute("drop role if exists " + NAME);
            statement.execute(
                    "create role " + NAME + " login password '" + started().password() + "'");
            statement.execute("create database " + NAME + " owner " + NAME);
        }
    }

    /** Ends the server without a shutdown, as {@code pg_ctl stop -m immediate} does. */
    void stopImmediately() throws IOException, InterruptedException {
        long pid = pid();
        Processes.signal("QUIT", pid);
        Processes.awaitEnd(pid);
    }

    long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data().resolve("postmaster.pid")).get(0).strip());
    }

    boolean isAlive() {
        try {
            return Processes.isAlive(pid());
        } catch (IOException noPidFile) {
            return false;
        }
    }

    /** Connects as owner of the server, past every relay. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                started().url(database) + "?connectTimeout=5&socketTimeout=60",
                PostgresServer.OWNER,
                started().password());
    }

    String password() {
        return started().password();
    }

    int port() {
        return port;
    }

    Path data() {
        return home.resolve("data");
    }

    private PostgresServer started() {
        if (server == null) {
            throw new IllegalStateException("The database was not started");
        }
        return server;
    }

    @Override
    public void close() {
        if (server != null && isAlive()) {
            server.close();
        }
    }
}
