package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A portal whose database is MariaDB: the same transport as PostgreSQL, with what this server does in another way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbPollTest {

    private static final TimeZone HERE = TimeZone.getDefault();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String READ = "select no, district, status, registered, changed from entry"
            + " where changed > :cursor or (changed = :cursor and no > :key) order by changed, no limit :limit";

    @TempDir
    static Path folder;

    private MariaServer portal;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        // What a time without a zone means must not depend on where the hub's machine stands.
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        portal = new MariaServer(folder.resolve("maria"));
        portal.execute("create table portal.entry (no varchar(20) primary key, district varchar(40), status varchar(9),"
                + " registered date, changed datetime(6))");
        portal.execute("insert into portal.entry values "
                + IntStream.range(0, 120)
                        .mapToObj(i ->
                                "('B/%d', 'पटना', 'OPEN', '2026-10-01', '2026-10-02 10:00:%02d.5')".formatted(i, i % 3))
                        .collect(Collectors.joining(",")));
        portal.execute("create table portal.secret (no int)");
        portal.execute("create table portal.written (no int)");
        portal.execute("create function portal.bump() returns int begin insert into portal.written values (1);"
                + " return 1; end");
        portal.execute("revoke select on portal.* from " + MariaServer.USER);
        portal.execute("grant select on portal.entry to " + MariaServer.USER);
        declare("well", READ, "maria.password");
        declare("refused", READ, "bad.password");
        declare("forbidden", READ.replace("from entry", "from secret"), "maria.password");
        declare("slow", READ.replace("where", "where sleep(30) = 0 and"), "maria.password");
        declare("writing", READ.replace("where", "where portal.bump() = 1 and"), "maria.password");
        declare(
                "endless",
                READ.replace(" limit :limit", "").replace("where", "where :limit > 0 and"),
                "maria.password");
        declare("metadata", READ, "maria.password");
        Path metadata = folder.resolve("connectors/metadata/connector.yaml");
        Files.writeString(
                metadata,
                Files.readString(metadata).replace("${maria.url}", "jdbc:mariadb://127.0.0.1,169.254.169.254/portal"));
        database = HubDatabase.migrated();
        Map<String, String> settings = new HashMap<>();
        settings.put("maria.url", portal.url());
        settings.put("maria.user", MariaServer.USER);
        settings.put("maria.password", MariaServer.PASSWORD);
        settings.put("bad.password", "guess");
        hub = new TestHub(folder, database, settings).start();
    }

    @AfterAll
    void stop() throws Exception {
        TimeZone.setDefault(HERE);
        if (hub != null) {
            hub.close();
            database.close();
            portal.close();
        }
    }

    @Test
    void rows_are_read_page_by_page_and_a_time_without_a_zone_is_one_of_india() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(hub.stored("well")).hasSize(120).contains("B/0 2026-10-02T10:00:00.500+05:30"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.texts("select value from hub.cursor where portal = 'well'"))
                        .singleElement()
                        .asString()
                        .startsWith("2026-10-02T10:00:02.5"));
        assertThat(database.texts("select distinct place from hub.record where portal = 'well'"))
                .singleElement()
                .isNotNull();
    }

    @Test
    void a_wrong_password_is_named_as_such() {
        awaitHealth("refused", "failing WRONG_CREDENTIAL");
    }

    @Test
    void a_table_that_the_account_may_not_read_is_named_as_such() {
        awaitHealth("forbidden", "failing REQUEST_REFUSED");
    }

    @Test
    void a_query_that_takes_too_long_is_ended_by_the_server() {
        awaitHealth("slow", "failing TIMEOUT");
    }

    @Test
    void a_query_that_would_write_writes_nothing() throws Exception {
        awaitHealth("writing", "failing PORTAL_ERROR");
        assertThat(portal.count("select count(*) from portal.written")).isZero();
    }

    @Test
    void a_metadata_address_is_never_called_not_even_as_a_second_host() {
        awaitHealth("metadata", "failing ADDRESS_REFUSED");
    }

    @Test
    void a_query_without_an_end_is_not_cut_off_in_silence() {
        awaitHealth("endless", "stalled UNREADABLE_TOO_LARGE");
        assertThat(hub.stored("endless")).isEmpty();
    }

    private void awaitHealth(String portalName, String health) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(portalName)).isEqualTo(health));
    }

    private void declare(String name, String select, String password) throws IOException {
        Path connector = Files.createDirectories(folder.resolve("connectors").resolve(name));
        Files.writeString(
                connector.resolve("connector.yaml"),
                """
                title: {en: Births, hi: जन्म}
                owner: Registrar of Births
                sql:
                  url: ${maria.url}
                  auth: {username: maria.user, password: %s}
                  size: 50
                  timeout: 3s
                streams:
                  entries:
                    select: |
                      %s
                    key: no
                    version: changed
                    cursor: {field: changed, from: 2026-01-01, lookback: 1s}
                    into: case
                    type: birth-entry
                    place: {district: district}
                    fields: {registered: moment(registered), status: code(status)}
                    codes:
                      status: {OPEN: pending}
                """
                        .formatted(password, select));
    }
}
