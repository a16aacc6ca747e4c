package in.sangam.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path home;

    @Test
    void keeps_what_was_written_when_the_folder_is_opened_again() throws Exception {
        try (PostgresServer first = PostgresServer.start(home, 0, Map.of());
                Connection c = connect(first, first.password())) {
            c.createStatement().execute("create table t as select 'पटना'::text as place");
        }
        try (PostgresServer second = PostgresServer.start(home, 0, Map.of());
                Connection c = connect(second, second.password());
                ResultSet row = c.createStatement().executeQuery("select place from t")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("पटना");
        }
    }

    @Test
    void stops_a_server_that_a_killed_run_left_behind() throws Exception {
        PostgresServer orphan = PostgresServer.start(home, 0, Map.of());
        try (PostgresServer next = PostgresServer.start(home, 0, Map.of());
                Connection c = connect(next, next.password())) {
            assertThat(c.isValid(5)).isTrue();
            assertThatThrownBy(() -> connect(orphan, orphan.password())).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void is_seen_to_have_ended_and_starts_again_where_it_was_with_all_it_had_committed() throws Exception {
        try (PostgresServer server = PostgresServer.start(home, 0, Map.of())) {
            try (Connection c = connect(server, server.password())) {
                c.createStatement().execute("create table t as select 1 as kept");
            }
            assertThat(server.isRunning()).isTrue();
            String pid = Files.readAllLines(home.resolve("data/postmaster.pid")).get(0);
            ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            process.destroyForcibly();
            process.onExit().get();
            assertThat(server.isRunning()).isFalse();

            server.startAgain();

            assertThat(server.isRunning()).isTrue();
            try (Connection c = connect(server, server.password());
                    ResultSet row = c.createStatement().executeQuery("select kept from t")) {
                assertThat(row.next()).isTrue();
            }
        }
    }

    @Test
    void is_durable_reads_devanagari_letters_and_refuses_a_wrong_password() throws Exception {
        try (PostgresServer server = PostgresServer.start(home, 0, Map.of());
                Connection c = connect(server, server.password());
                ResultSet row = c.createStatement()
                        .executeQuery("select current_setting('fsync'), current_setting('synchronous_commit'),"
                                + " 'प' ~ '[[:alpha:]]'")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(row.getString(2)).isEqualTo("on");
            assertThat(row.getBoolean(3)).isTrue();
            assertThatThrownBy(() -> connect(server, "wrong")).isInstanceOf(SQLException.class);
            assertThat(Files.getPosixFilePermissions(home.resolve("postgres.secret")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void hashes_its_own_random_key_in_few_rounds_and_the_password_of_a_person_in_as_many_as_postgresql_does()
            throws Exception {
        try (PostgresServer server = PostgresServer.start(home, 0, Map.of());
                Connection c = connect(server, server.password())) {
            c.createStatement().execute("create role analyst login password 'patna-2026'");
            try (ResultSet row = c.createStatement()
                    .executeQuery("select rolpassword from pg_authid where rolpassword is not null order by rolname")) {
                row.next();
                assertThat(row.getString(1)).startsWith("SCRAM-SHA-256$4096:");
                row.next();
                assertThat(row.getString(1)).startsWith("SCRAM-SHA-256$16:");
            }
        }
    }

    @Test
    void takes_another_port_when_somebody_else_was_faster() throws Exception {
        try (ServerSocket faster = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports =
                    List.of(faster.getLocalPort(), free.getLocalPort()).iterator();
            free.close();
            try (PostgresServer server = new PostgresServer(home, 0, Map.of(), ports::next);
                    Connection c = connect(server, server.password())) {
                assertThat(server.port()).isEqualTo(free.getLocalPort());
                assertThat(c.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void leaves_nothing_when_it_is_discarded() throws Exception {
        Path folder = home.resolve("discarded");
        PostgresServer server = PostgresServer.start(folder, 0, Map.of());

        server.discard();

        assertThat(folder).doesNotExist();
        assertThatThrownBy(() -> connect(server, server.password())).isInstanceOf(SQLException.class);
    }

    private static Connection connect(PostgresServer server, String password) throws SQLException {
        return DriverManager.getConnection(server.url("postgres"), PostgresServer.OWNER, password);
    }
}
