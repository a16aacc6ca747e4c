package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the transport, and however an address is written: a link-local or metadata address is never called. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForbiddenAddressesTest {

    private static final String LOGIN = "\n  auth: {username: a.user, password: a.password}\n  timeout: 2s";

    @TempDir
    static Path folder;

    private Manifests manifests;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        manifests = new Manifests(folder);
        rest("rest-mapped", "http://[::ffff:169.254.169.254]/");
        rest("rest-translated", "http://[64:ff9b::a9fe:a9fe]/");
        rest("rest-amazon", "http://[fd00:ec2::254]/");
        rest("rest-alibaba", "http://100.100.100.200/");
        rest("rest-unspecified", "http://0.0.0.0/");
        rest(
                "rest-token",
                "http://127.0.0.1:1/\n  auth: {oauth2: {tokenUrl: \"http://169.254.169.254/t\", clientId: a.user,"
                        + " clientSecret: a.password}}");
        soap("soap-link-local", "http://[fe80::1]/");
        soap("soap-number", "http://2852039166/");
        sql("sql-metadata", "jdbc:postgresql://169.254.169.254/x");
        sql("sql-link-local", "jdbc:postgresql://[fe80::1]:5432/x");
        sql("sql-second", "jdbc:postgresql://127.0.0.1:1,169.254.169.254:5432/x");
        sql("sql-maria", "jdbc:mariadb://100.100.100.200/x");
        sftp("sftp-link-local", "sftp://[fe80::1]/in");
        sftp("sftp-number", "sftp://2852039166/in");
        jms("jms-tcp", "tcp://169.254.169.254:61616");
        jms("jms-ssl", "ssl://100.100.100.200:61617");
        jms("jms-amqp", "amqp://[fe80::1]:5672");
        jms("jms-amqps", "amqps://169.254.169.254");
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, Map.of("a.user", "asha", "a.password", "a-pw")).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rest-mapped",
                "rest-translated",
                "rest-amazon",
                "rest-alibaba",
                "rest-unspecified",
                "rest-token",
                "soap-link-local",
                "soap-number",
                "sql-metadata",
                "sql-link-local",
                "sql-second",
                "sql-maria",
                "sftp-link-local",
                "sftp-number",
                "jms-tcp",
                "jms-ssl",
                "jms-amqp",
                "jms-amqps"
            })
    void it_is_refused_by_its_name_before_anything_is_sent(String portal) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(hub.health(portal)).isEqualTo("failing ADDRESS_REFUSED"));
        assertThat(database.texts("select error_message from hub.stream_health where portal = '" + portal + "'"))
                .first()
                .asString()
                .contains("Of " + portal, "never calls", "correct the portal's url");
    }

    private void rest(String name, String url) throws Exception {
        manifests.declare(
                name, "rest:\n  timeout: 2s\n  url: " + quoted(url), "path: /x\nrecords: $.data\nversion: changed");
    }

    private void soap(String name, String url) throws Exception {
        Path connector = manifests.declare(
                name,
                "soap:\n  url: " + quoted(url)
                        + "\n  wsdl: contract.wsdl\n  service: PensionService\n  port: PensionPort"
                        + "\n  namespace: urn:pensions:1"
                        + LOGIN,
                "operation: GetOrders\nrequest: {limit: \"{size}\"}\nrecords: Order\nversion: changed");
        Files.copy(
                Path.of("src/test/resources/connectors/pensions/contract/PensionService.wsdl"),
                connector.resolve("contract.wsdl"));
    }

    private void sql(String name, String url) throws Exception {
        manifests.declare(
                name,
                "sql:\n  url: " + quoted(url) + LOGIN,
                "select: select * from entry where change > :cursor order by change limit :limit\nversion: change\n"
                        + "cursor: {field: change, from: 0}");
    }

    private void sftp(String name, String url) throws Exception {
        Path connector = manifests.declare(
                name,
                "file:\n  url: " + quoted(url) + LOGIN + "\n  knownHosts: known_hosts",
                "files: \"*.csv\"\nversion: \"#modified\"");
        Files.createFile(connector.resolve("known_hosts"));
    }

    private void jms(String name, String url) throws Exception {
        manifests.declare(name, "jms:\n  url: " + quoted(url) + LOGIN, "queue: q\nversion: changed");
    }

    private static String quoted(String url) {
        int end = url.indexOf('\n');
        return end < 0 ? '"' + url + '"' : '"' + url.substring(0, end) + '"' + url.substring(end);
    }
}
