package in.sangam.routes;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A department's MariaDB: the server of this machine, with a folder, a port and an account of its own. Where it is not installed the
 * tests are skipped and name the packages.
 */
final class MariaServer implements AutoCloseable {

    static final String USER = "sangam";
    static final String PASSWORD = "let-me-read";

    private static final String SMALL_LOG = "--innodb-log-file-size=8M";
    private static final List<String> FOLDERS = Stream.concat(
                    Stream.of("/usr/sbin", "/usr/local/sbin"),
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)))
            .toList();

    private final Process server;
    private final int port;

    /** Starts a server in an empty folder; its log stands there beside its data. */
    MariaServer(Path folder) throws Exception {
        String binary = program("mariadbd");
        program("my_print_defaults"); // what makes the data folder calls it
        Path data = Files.createDirectories(folder.resolve("data"));
        String user = System.getProperty("user.name");
        File log = folder.resolve("log").toFile();
        Process install = new ProcessBuilder(
                        program("mariadb-install-db"),
                        "--no-defaults",
                        "--user=" + user,
                        "--datadir=" + data,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db",
                        SMALL_LOG)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (!install.waitFor(2, TimeUnit.MINUTES) || install.exitValue() != 0) {
            throw new IllegalStateException("mariadb-install-db failed: " + Files.readString(log.toPath()));
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = new ProcessBuilder(
                        binary,
                        "--no-defaults",
                        "--user=" + user,
                        "--datadir=" + data,
                        "--socket=" + folder.resolve("socket"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--innodb-buffer-pool-size=16M",
                        SMALL_LOG)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> count("select 1") == 1);
        execute("create database portal character set utf8mb4");
        execute("create user " + USER + " identified by '" + PASSWORD + "'");
        execute("grant select, insert, execute on portal.* to " + USER);
    }

    private static String program(String name) {
        return FOLDERS.stream()
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("The tests of MariaDB need " + name
                        + " and found none. Install it (Debian: apt-get install mariadb-server-core mariadb-client-core)"
                        + " and run them again."));
    }

    /** Returns the address as a manifest has it. */
    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/portal";
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = root();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (Connection connection = root();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    private Connection root() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", "root", "");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.destroy();
        if (!server.waitFor(30, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
    }
}
