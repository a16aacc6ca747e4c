package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Connector;
import in.sangam.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A portal that is a database: the tables of {@code contract/*.sql} in a PostgreSQL of its own, read by a role that may do
 * nothing else. Constraints are dropped, so that bad examples can be served as well.
 */
final class SqlPortal implements SimulatedPortal {

    private static final Pattern TABLE = Pattern.compile("\\bfrom\\s+([a-z_][a-z0-9_.]*)", Pattern.CASE_INSENSITIVE);

    private final Map<String, ServedRows> rows = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Manifest manifest;
    private final PostgresServer server;
    private final String database = "portal_" + UUID.randomUUID().toString().replace('-', '_');
    private final int size;

    SqlPortal(Path folder, Manifest manifest, Connector connector, PostgresServer server) {
        this.manifest = manifest;
        this.server = server;
        this.size = connector.streams().stream()
                .mapToInt(each -> each.source().size())
                .max()
                .orElse(1);
        connector.streams().forEach(each -> rows.put(each.name(), new ServedRows(each)));
        String user = "reader_" + database.substring(7, 15);
        String password = UUID.randomUUID().toString();
        manifest.addresses().forEach(name -> settings.put(name, server.url(database)));
        settings.put(manifest.auth().path("username").asText("username"), user);
        settings.put(manifest.auth().path("password").asText("password"), password);
        execute("postgres", "create database " + database);
        tables(folder);
        execute(
                database,
                "create role " + user + " login password '" + password + "'; grant usage on schema public to " + user
                        + "; grant select on all tables in schema public to " + user);
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public List<String> credentials() {
        return manifest.secrets();
    }

    @Override
    public ServedRows rows(String stream) {
        return Objects.requireNonNull(rows.get(stream), "The connector has no such stream");
    }

    @Override
    public void publish() {
        rows.forEach((name, served) -> {
            Matcher table =
                    TABLE.matcher(manifest.streams().path(name).path("select").asText());
            if (!table.find()) {
                throw new IllegalArgumentException("The query of stream " + name + " names no table");
            }
            fill(table.group(1), served.from(null));
        });
    }

    @Override
    public void fault(Fault fault) {
        throw new UnsupportedOperationException("A database answers rows, or an error");
    }

    @Override
    public Fault unreadable() {
        return Fault.NONE;
    }

    @Override
    public List<Long> requests() {
        return List.of();
    }

    @Override
    public int rowsOfAnAnswer() {
        return size;
    }

    @Override
    public void close() {
        execute("postgres", "drop database " + database + " with (force)");
    }

    private void tables(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("contract"))) {
            for (Path each : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                execute(database, Files.readString(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tables in contract/ cannot be read", e);
        }
        for (String statement :
                texts("select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)"
                        + " from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'")) {
            execute(database, statement);
        }
        for (String statement : texts("select format('alter table %I.%I alter column %I drop identity if exists,"
                + " alter column %I drop not null', table_schema, table_name, column_name, column_name)"
                + " from information_schema.columns where table_schema = 'public'")) {
            execute(database, statement);
        }
    }

    private void fill(String table, List<ObjectNode> all) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        array.addAll(all);
        try (Connection connection = connect(database);
                PreparedStatement insert = connection.prepareStatement("insert into " + table
                        + " select * from json_populate_recordset(null::" + table + ", ?::json)");
                Statement empty = connection.createStatement()) {
            connection.setAutoCommit(false);
            empty.execute("delete from " + table);
            insert.setString(1, array.toString());
            insert.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The examples do not fit into the table " + table + " of contract/: " + e.getMessage(), e);
        }
    }

    private List<String> texts(String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("The simulated database failed", e);
        }
    }

    private void execute(String where, String sql) {
        try (Connection connection = connect(where);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The simulated database failed: " + e.getMessage(), e);
        }
    }

    private Connection connect(String where) throws SQLException {
        return DriverManager.getConnection(server.url(where), PostgresServer.OWNER, server.password());
    }
}
