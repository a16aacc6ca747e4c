package in.sangam.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server of our own: durable (fsync and synchronous commit on), on loopback, with a generated password.
 *
 * <p>It lives in a folder, is started by the constructor and stopped by {@link #close()}. A server that a killed JVM left
 * running in that folder is stopped first, so that opening the folder again always works.
 */
public final class PostgresServer implements AutoCloseable {

    /** Name of the only role that {@code initdb} makes; its password is in {@code postgres.secret}. */
    public static final String OWNER = "sangam_owner";

    private static final int PORTS_TRIED = 3;
    private static final int LONGEST_ANSWER_MS = 5_000;

    /**
     * How often a random key of our own is hashed ({@code scram_iterations}). Many rounds are for passwords that can be guessed, and
     * each new connection pays for them; those of roles that a person makes get PostgreSQL's usual number.
     */
    public static final int ROUNDS_OF_A_KEY = 16;

    private static final String USUAL_ROUNDS = "4096";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Map<String, String> DEFAULTS = Map.of(
            "listen_addresses", "127.0.0.1",
            "shared_buffers", "128MB",
            "max_wal_size", "2GB",
            "timezone", "UTC",
            "password_encryption", "scram-sha-256",
            "scram_iterations", USUAL_ROUNDS);

    private final PostgresPrograms programs;
    private final Path data;
    private final Path log;
    private final Map<String, String> settings;
    private final int port;
    private final String password;

    /** @param free gives another free port each time that it is asked */
    PostgresServer(Path home, int port, Map<String, String> settings, IntSupplier free) {
        this.data = home.resolve("data").toAbsolutePath();
        this.log = home.resolve("server.log").toAbsolutePath();
        this.programs = new PostgresPrograms(log);
        this.settings = new TreeMap<>(DEFAULTS);
        this.settings.putAll(settings);
        try {
            Files.createDirectories(home);
            this.password = secret(home.resolve("postgres.secret"));
            stopLeftOver();
            initialise(home.resolve("postgres.secret").toAbsolutePath());
            this.port = port == 0 ? startAnywhere(free) : startAt(port);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + home, e);
        }
    }

    /**
     * Starts the server of a folder and returns when it accepts connections.
     *
     * @param home folder of this server alone; made when absent
     * @param port TCP port on 127.0.0.1; 0 for any free one
     * @param settings further settings as in {@code postgresql.conf}; they win over ours
     */
    public static PostgresServer start(Path home, int port, Map<String, String> settings) {
        return new PostgresServer(home, port, settings, PostgresServer::freePort);
    }

    /**
     * Starts a server for tests: in a temporary folder, for as long as this JVM lives, and not durable.
     *
     * @param settings further settings as in {@code postgresql.conf}
     */
    public static PostgresServer temporary(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(Map.of("fsync", "off", "full_page_writes", "off"));
        try {
            PostgresServer server = start(Files.createTempDirectory("sangam-postgres"), 0, all);
            Runtime.getRuntime().addShutdownHook(new Thread(server::discard));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no temporary folder", e);
        }
    }

    /** Returns the JDBC address of a database on this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** Returns the password of {@link #OWNER}. */
    public String password() {
        return password;
    }

    /** Returns false when nothing answers on its port: the server has ended, or listens no more. */
    public boolean isRunning() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LONGEST_ANSWER_MS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Starts a server that has ended by itself where it was, and returns when it accepts connections. */
    public void startAgain() {
        startAt(port);
    }

    @Override
    public void close() {
        stop("fast");
        LOG.info("PostgreSQL on port {} stopped", port);
    }

    /** Stops at once, writing nothing out, and deletes the folder with everything in it. */
    public void discard() {
        stop("immediate");
        try (Stream<Path> files = Files.walk(log.getParent())) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + log.getParent() + " cannot be deleted", e);
        }
    }

    private void stopLeftOver() {
        if (!Files.exists(data.resolve("postmaster.pid"))
                || programs.exitCode("pg_ctl", "status", "-D", data.toString()) != 0) {
            return;
        }
        LOG.warn("A PostgreSQL of an earlier, killed run still runs in {}: stopping it first", data);
        stop("fast");
    }

    private void stop(String mode) {
        programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", mode, "-w", "-t", "60");
    }

    private void initialise(Path passwordFile) {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        // The built-in C.UTF-8 classifies Devanagari letters and needs no locale of the machine.
        programs.run(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                OWNER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-c",
                "scram_iterations=" + ROUNDS_OF_A_KEY, // of the owner alone: what a start says goes before
                "-E",
                "UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions");
    }

    /** A port that was free is anybody's until the server has it. */
    private int startAnywhere(IntSupplier free) {
        for (int left = PORTS_TRIED - 1; left > 0; left--) {
            try {
                return startAt(free.getAsInt());
            } catch (IllegalStateException taken) {
                LOG.warn("{}; trying another port", taken.getMessage());
            }
        }
        return startAt(free.getAsInt());
    }

    private int startAt(int at) {
        StringBuilder options = new StringBuilder("-p " + at + " -c unix_socket_directories=");
        settings.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        programs.run(
                "pg_ctl",
                "start",
                "-D",
                data.toString(),
                "-w",
                "-t",
                "120",
                "-l",
                log.toString(),
                "-o",
                options.toString());
        LOG.info("PostgreSQL {} ready on port {}, data in {}", PostgresBinaries.VERSION, at, data);
        return at;
    }

    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on loopback", e);
        }
    }
}
