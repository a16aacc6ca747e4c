package in.sangam.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sangam.sandbox.FilledSandbox;
import in.sangam.sandbox.RunningSandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LokShikayatPortalTest {

    private final RunningSandbox sandbox;

    LokShikayatPortalTest() throws Exception {
        sandbox = RunningSandbox.get();
    }

    @AfterEach
    void clear() throws Exception {
        sandbox.clearFaults();
    }

    @Test
    void the_reader_sees_every_version_in_change_order() throws Exception {
        long expected = FilledSandbox.number(sandbox.owner(), "select count(*) from lokshikayat.complaint_change");
        try (Connection connection = connect(sandbox.address("lok-shikayat.password"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select change_no from complaint_change order by change_no")) {
            long seen = 0;
            long last = 0;
            while (rows.next()) {
                assertThat(rows.getLong(1)).isGreaterThan(last);
                last = rows.getLong(1);
                seen++;
            }
            assertThat(seen).isEqualTo(expected).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update complaint set status = 'DISPOSED'",
                "delete from hearing_change",
                "begin read write; insert into attendance values ('x', 'PRESENT', now())",
                "create table lokshikayat.mine (id int)",
                "create table public.mine (id int)",
                "create temporary table mine (id int)",
                "select * from truth.place_of"
            })
    void the_reader_can_change_nothing_and_sees_nothing_else(String sql) throws Exception {
        try (Connection connection = connect(sandbox.address("lok-shikayat.password"));
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("42501"));
        }
    }

    @Test
    void the_server_is_its_own_and_holds_nothing_of_another_portal() throws Exception {
        try (Connection connection = connect(sandbox.address("lok-shikayat.password"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select (select string_agg(datname, ' ' order by datname) from pg_database where not datistemplate),
                               (select string_agg(nspname, ' ' order by nspname) from pg_namespace
                                where nspname !~ '^(pg_|information_schema)')""")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("lokshikayat postgres");
            assertThat(row.getString(2)).isEqualTo("lokshikayat public truth");
        }
    }

    @Test
    void the_reader_may_not_open_another_database() {
        String url = sandbox.address("lok-shikayat.url").replace("/lokshikayat?", "/postgres?");

        assertRefused(
                () -> DriverManager.getConnection(
                        url, sandbox.address("lok-shikayat.username"), sandbox.address("lok-shikayat.password")),
                "42501");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertRefused(() -> connect("wrong"), "28P01");
    }

    @Test
    void a_credential_fault_looks_like_a_wrong_password_and_ends_open_connections() throws Exception {
        try (Connection open = connect(sandbox.address("lok-shikayat.password"))) {
            sandbox.fault("lok-shikayat", "wrong-credential", 1);

            assertThatThrownBy(() -> open.createStatement().executeQuery("select 1"))
                    .isInstanceOf(SQLException.class);
            assertRefused(() -> connect(sandbox.address("lok-shikayat.password")), "28P01");
            connect(sandbox.address("lok-shikayat.password")).close();
        }
    }

    @Test
    void a_database_that_is_down_drops_every_connection_until_the_fault_is_cleared() throws Exception {
        sandbox.fault("lok-shikayat", "down", -1);

        for (int i = 0; i < 3; i++) {
            assertRefused(() -> connect(sandbox.address("lok-shikayat.password")), "08");
        }

        sandbox.clearFaults();
        connect(sandbox.address("lok-shikayat.password")).close();
    }

    @Test
    void a_slow_database_keeps_its_client_waiting() throws Exception {
        sandbox.control(
                "POST", "/faults", "{\"portal\":\"lok-shikayat\",\"fault\":\"slow\",\"times\":1,\"delaySeconds\":1}");
        Instant start = Instant.now();

        connect(sandbox.address("lok-shikayat.password")).close();

        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
    }

    private static void assertRefused(ThrowingCallable connecting, String state) {
        assertThatThrownBy(connecting)
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .startsWith(state));
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(
                sandbox.address("lok-shikayat.url"), sandbox.address("lok-shikayat.username"), password);
    }
}
