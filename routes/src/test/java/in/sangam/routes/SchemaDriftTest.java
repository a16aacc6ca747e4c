package in.sangam.routes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.Portal.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Five hundred rows over each transport, of which a few are not as the contract says: a new field, a missing, a renamed one, another
 * type, a new status, no key. And tables and files whose columns have changed as a whole.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaDriftTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ROWS = 500;
    private static final String LOGIN = "\n  auth: {username: a.user, password: a.password}";
    private static final String HEAD = "no,district,registered,status";

    @TempDir
    static Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private Manifests manifests;
    private Portal portal;
    private PortalBroker broker;
    private HubDatabase register;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        manifests = new Manifests(folder);
        String rows = all(SchemaDriftTest::json, ",");
        portal = Portal.answering(request -> request.method().equals("GET")
                ? Answer.json("{\"data\":[" + rows + "]}")
                : Answer.xml(BadSoapPortalsTest.envelope(all(SchemaDriftTest::xml, ""))));
        settings.put("a.user", PortalBroker.USER);
        settings.put("a.password", PortalBroker.PASSWORD);
        manifests.declare("rest", "rest:\n  url: " + portal.url(), "path: /x\nrecords: $.data\nversion: changed");
        soap();
        broker = new PortalBroker("entries");
        manifests.declare("jms", "jms:\n  url: " + broker.url("amqp") + LOGIN, "queue: entries\nversion: changed");
        broker.send("amqp", "entries", "[" + rows + "]");
        sql();
        file("file", HEAD + "\n" + all(SchemaDriftTest::csv, "\n") + "\n");
        file("file-new", "taluk," + HEAD + "\nDanapur,B/1,Patna,2026-10-01,OPEN\n");
        file("file-missing", "no,district,registered\nB/1,Patna,2026-10-01\n");
        file("file-renamed", HEAD.replace("no,", "number,") + "\nB/1,Patna,2026-10-01,OPEN\n");
        file("file-retyped", HEAD + "\nB/1,Patna,46296,OPEN\n");
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, settings).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        portal.close();
        broker.close();
        register.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "soap", "jms", "sql", "file"})
    void each_row_that_is_not_as_agreed_waits_alone_by_its_field_and_all_others_are_stored(String transport) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored(transport)).hasSize(ROWS - 5).anyMatch(each -> each.startsWith("B/1 "));
            assertThat(database.texts("select source_id || ' ' || field || ' ' || reason from"
                            + " (select distinct coalesce(source_id, '-') source_id, field, reason from hub.quarantine"
                            + " where portal = '" + transport + "') q order by 1"))
                    .containsExactly(
                            "- no MISSING_KEY",
                            "B/2 status MISSING_FIELD",
                            "B/3 status MISSING_FIELD",
                            "B/4 registered INVALID_VALUE",
                            "B/5 status UNMAPPED_CODE");
            assertThat(hub.health(transport)).isEqualTo("ok ");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "file-missing, B/1 status MISSING_FIELD",
        "file-renamed, - no MISSING_KEY",
        "file-retyped, B/1 registered INVALID_VALUE",
        "sql-missing, B/1 status MISSING_FIELD",
        "sql-retyped, B/1 registered INVALID_VALUE"
    })
    void where_a_column_is_gone_or_another_no_row_is_guessed(String portal, String quarantined) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.texts("select distinct coalesce(source_id, '-') || ' ' || field || ' ' || reason"
                                + " from hub.quarantine where portal = '" + portal + "'"))
                .containsExactly(quarantined));
        assertThat(hub.stored(portal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file-new", "sql-new"})
    void a_new_column_changes_nothing(String portal) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored(portal)).hasSize(1));
    }

    @Test
    void a_column_that_the_query_names_and_the_table_has_no_more_is_told_as_such() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("sql-renamed")).isEqualTo("failing REQUEST_REFUSED"));
        assertThat(database.texts("select error_message from hub.stream_health where portal = 'sql-renamed'"))
                .first()
                .asString()
                .contains("no table or column", "42703", "select:");
    }

    private static Map<String, String> row(int no) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("no", "B/" + no);
        row.put("district", "Patna");
        row.put("registered", "2026-10-01");
        row.put("status", "OPEN");
        row.put("changed", "2026-10-02T10:%02d:%02d+05:30".formatted(no / 60, no % 60));
        switch (no) {
            case 1 -> row.put("taluk", "Danapur");
            case 2 -> row.remove("status");
            case 3 -> row.put("state", row.remove("status"));
            case 4 -> row.put("registered", "46296");
            case 5 -> row.put("status", "LOST");
            case 6 -> row.remove("no");
            default -> {}
        }
        return row;
    }

    private static String all(Function<Map<String, String>, String> form, String between) {
        return IntStream.range(0, ROWS).mapToObj(no -> form.apply(row(no))).collect(joining(between));
    }

    private static String json(Map<String, String> row) {
        return row.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":"
                        + (each.getValue().matches("\\d+") ? each.getValue() : "\"" + each.getValue() + "\""))
                .collect(joining(",", "{", "}"));
    }

    private static String xml(Map<String, String> row) {
        return row.entrySet().stream()
                .map(each -> "<" + each.getKey() + ">" + each.getValue() + "</" + each.getKey() + ">")
                .collect(joining("", "<entry>", "</entry>"));
    }

    private static String csv(Map<String, String> row) {
        return IntStream.range(0, 4)
                .mapToObj(i -> row.getOrDefault(HEAD.split(",")[i], ""))
                .collect(joining(","));
    }

    private void soap() throws Exception {
        Path connector = manifests.declare(
                "soap",
                "soap:\n  url: " + portal.url() + "\n  wsdl: contract.wsdl\n  service: PensionService\n"
                        + "  port: PensionPort\n  namespace: urn:pensions:1",
                "operation: GetOrders\nrequest: {limit: \"{size}\"}\nrecords: entry\nversion: changed");
        Files.copy(
                Path.of("src/test/resources/connectors/pensions/contract/PensionService.wsdl"),
                connector.resolve("contract.wsdl"));
    }

    private void sql() throws Exception {
        register = HubDatabase.empty();
        settings.put("register.url", register.url());
        settings.put("register.user", HubDatabase.user());
        settings.put("register.password", HubDatabase.password());
        register.execute("create table entry (change int, no text, district text, registered text, status text)");
        for (int no = 0; no < ROWS; no++) {
            Map<String, String> row = row(no);
            register.execute("insert into entry values (" + (no + 1) + ","
                    + IntStream.range(0, 4)
                            .mapToObj(i -> row.get(HEAD.split(",")[i]))
                            .map(each -> each == null ? "null" : "'" + each + "'")
                            .collect(joining(","))
                    + ")");
        }
        register.execute("create view one as select * from entry where no = 'B/1'");
        table("sql", "select * from entry");
        table("sql-new", "select *, 'Danapur' as taluk from one");
        table("sql-missing", "select change, no, district, registered from one");
        table("sql-retyped", "select change, no, district, 46296 as registered, status from one");
        table("sql-renamed", "select change, no, district, registered, state from one");
    }

    private void table(String name, String select) throws Exception {
        manifests.declare(
                name,
                "sql:\n  url: ${register.url}\n  auth: {username: register.user, password: register.password}",
                "select: " + select + " where change > :cursor order by change limit :limit\nversion: change\n"
                        + "cursor: {field: change, from: 0}");
    }

    private void file(String name, String content) throws Exception {
        Path drops = Files.createDirectories(folder.resolve("drops").resolve(name));
        manifests.declare(
                name, "file:\n  url: " + drops + "\n  finished: renamed", "files: \"*.csv\"\nversion: \"#modified\"");
        Files.writeString(drops.resolve("a.csv"), content);
    }
}
