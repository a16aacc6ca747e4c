package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.BadWire.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real servers behind wires that break, or go silent, in the middle of what they send: nothing is lost by it, and nothing doubled. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenWireTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ROWS = 120;
    private static final int ROW_BYTES = 5_000;

    @TempDir
    static Path folder;

    private final Map<String, BadWire> wires = new LinkedHashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private Manifests manifests;
    private SftpServerOfAPortal server;
    private PortalBroker broker;
    private HubDatabase register;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        manifests = new Manifests(folder);
        Path drops = Files.createDirectories(folder.resolve("drops"));
        server = new SftpServerOfAPortal(drops);
        broker = new PortalBroker("tcp-reset", "amqp-reset", "tcp-silent", "amqp-silent");
        register = HubDatabase.empty();
        register.execute("create table entry as select row_number() over () as change, 'B/' || n as no,"
                + " 'Patna' as district, date '2026-10-01' as registered, 'OPEN' as status, repeat('x', " + ROW_BYTES
                + ") as note from generate_series(1, " + ROWS + ") n");
        sftp(drops, "sftp-reset", ROWS * ROW_BYTES / 2, End.RESET);
        // The file is read through twice before anything of it is taken.
        sftp(drops, "sftp-reset-later", ROWS * ROW_BYTES * 5 / 2, End.RESET);
        sftp(drops, "sftp-silent", ROWS * ROW_BYTES / 2, End.SILENCE);
        jms("tcp-reset", End.RESET);
        jms("amqp-reset", End.RESET);
        jms("tcp-silent", End.SILENCE);
        jms("amqp-silent", End.SILENCE);
        sql("sql-reset", End.RESET);
        sql("sql-silent", End.SILENCE);
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, settings).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        for (BadWire each : wires.values()) {
            each.close();
        }
        server.close();
        broker.close();
        register.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sftp-reset, UNREACHABLE",
        "sftp-reset-later, UNREACHABLE",
        "sftp-silent, TIMEOUT",
        "tcp-reset, UNREACHABLE",
        "amqp-reset, UNREACHABLE",
        "tcp-silent, UNREACHABLE",
        "amqp-silent, UNREACHABLE",
        "sql-reset, UNREACHABLE",
        "sql-silent, TIMEOUT"
    })
    void a_poll_that_is_cut_off_is_named_and_the_next_takes_every_row_once(String portal, String code) {
        await().atMost(PATIENCE).until(wires.get(portal)::failed);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.meters
                        .find("hub.poll.failures")
                        .tag("portal", portal)
                        .counters())
                .extracting(each -> each.getId().getTag("code"))
                .contains(code));

        everyRowIsStoredOnce(portal);
    }

    private void everyRowIsStoredOnce(String portal) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored(portal)).hasSize(ROWS));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(portal)).isEqualTo("ok "));
        assertThat(database.count("select count(*) from hub.record where revision > 1 and portal = '" + portal + "'"))
                .isZero();
        if (!portal.startsWith("sql")) {
            assertThat(database.count("select coalesce(sum(received), 0)::bigint from hub.account_now where portal = '"
                            + portal + "'"))
                    .isEqualTo(ROWS);
        }
    }

    private void sftp(Path drops, String portal, long bytes, End end) throws Exception {
        BadWire wire = wire(portal, server.port(), bytes, end);
        settings.put("sftp.user", SftpServerOfAPortal.USER);
        settings.put("sftp.password", SftpServerOfAPortal.PASSWORD);
        Path connector = manifests.declare(
                portal,
                """
                file:
                  url: sftp://127.0.0.1:%d/%s
                  auth: {username: sftp.user, password: sftp.password}
                  knownHosts: known_hosts
                  finished: renamed
                  size: 20
                  timeout: 4s
                """
                        .formatted(wire.port(), portal),
                "files: \"*.csv\"\nversion: \"#modified\"");
        Files.writeString(connector.resolve("known_hosts"), server.knownHost(wire.port()));
        StringBuilder rows = new StringBuilder("no,district,registered,status,\n");
        for (int i = 0; i < ROWS; i++) {
            // A column without a name is not read on.
            rows.append("B/").append(i).append(",Patna,2026-10-01,OPEN,");
            rows.append("x".repeat(ROW_BYTES)).append('\n');
        }
        Files.writeString(Files.createDirectories(drops.resolve(portal)).resolve("a.csv"), rows);
    }

    private void jms(String portal, End end) throws Exception {
        settings.put("jms.user", PortalBroker.USER);
        settings.put("jms.password", PortalBroker.PASSWORD);
        String protocol = portal.substring(0, portal.indexOf('-'));
        manifests.declare(
                portal,
                """
                jms:
                  url: %s://127.0.0.1:%d
                  auth: {username: jms.user, password: jms.password}
                  timeout: 2s
                """
                        .formatted(
                                protocol,
                                wire(portal, broker.port(), 10_000, end).port()),
                "queue: " + portal + "\nversion: changed");
        broker.send(protocol, portal, "[" + Registers.rows(0, ROWS) + "]");
    }

    private void sql(String portal, End end) throws Exception {
        int port = Integer.parseInt(register.url().replaceAll(".*:(\\d+)/.*", "$1"));
        BadWire wire = wire(portal, port, ROW_BYTES * ROWS / 2, end);
        settings.put(portal + ".url", register.url().replace(":" + port + "/", ":" + wire.port() + "/"));
        settings.put("sql.user", HubDatabase.user());
        settings.put("sql.password", HubDatabase.password());
        manifests.declare(
                portal,
                """
                sql:
                  url: ${%s.url}
                  auth: {username: sql.user, password: sql.password}
                  size: 500
                  timeout: 2s
                """
                        .formatted(portal),
                """
                select: select * from entry where change > :cursor order by change limit :limit
                version: change
                cursor: {field: change, from: 0}
                """);
    }

    private BadWire wire(String portal, int port, long bytes, End end) throws Exception {
        BadWire wire = new BadWire(port, bytes, end);
        wires.put(portal, wire);
        return wire;
    }
}
