package in.sangam.sandbox;

import in.sangam.postgres.PostgresServer;
import in.sangam.sandbox.home.Address;
import in.sangam.sandbox.home.Tables;
import in.sangam.sandbox.ledger.Ledger;
import in.sangam.sandbox.shape.Shaping;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of its own with filled portals, for tests; each fill has databases of its own. */
public final class FilledSandbox implements AutoCloseable {

    public static final Instant AS_OF =
            OffsetDateTime.parse("2026-10-31T18:00:00+05:30").toInstant();
    public static final long SEED = 20261031;

    private final PostgresServer server;

    public FilledSandbox(Path home) {
        // Rows that are copied into a table of the same transaction need no write-ahead log then.
        server = PostgresServer.start(
                home, 0, Map.of("wal_level", "minimal", "max_wal_senders", "0", "jit", "off", "fsync", "off"));
    }

    public Tables filled(String database, Instant asOf, long seed, double scale) throws SQLException {
        Tables tables = empty(database);
        Shaping.fill(tables, asOf, seed, scale, line -> {});
        return tables;
    }

    /** Makes two databases on the one server, which keeps a test quick: they, too, see each other only from outside. */
    public Tables empty(String database) throws SQLException {
        String lokShikayat = database + "_lokshikayat";
        try (Connection connection = source("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
            statement.execute("create database " + lokShikayat);
        }
        return new Tables(
                source(database),
                source(lokShikayat),
                new Address(server.port(), lokShikayat, PostgresServer.OWNER, server.password()));
    }

    public static String csv(DataSource source, String file) throws Exception {
        StringBuilder text = new StringBuilder();
        new Ledger(source).write(file, text);
        return text.toString();
    }

    /** Returns the rows of a query as texts. */
    public static List<List<String>> rows(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    public static long number(DataSource source, String query) throws SQLException {
        return Long.parseLong(rows(source, query).get(0).get(0));
    }

    @Override
    public void close() {
        server.discard();
    }

    private DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url(database));
        source.setUser(PostgresServer.OWNER);
        source.setPassword(server.password());
        return source;
    }
}
