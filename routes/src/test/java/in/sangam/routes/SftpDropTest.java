package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.routes.check.LayerCheck;
import in.sangam.routes.check.PortalCheck.Finding;
import in.sangam.routes.check.PortalCheck.Layer;
import in.sangam.routes.pace.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drop folders of a real SFTP server: the same promises as for a folder of this machine, and no server that is not known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SftpDropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String HEAD = "no,district,registered,status\n";
    private static final String PASSWORD_LOGIN = "{username: sftp.user, password: sftp.password}";

    @TempDir
    static Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private Path drops;
    private SftpServerOfAPortal server;
    private ServerSocket silent;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        drops = Files.createDirectories(folder.resolve("drops"));
        server = new SftpServerOfAPortal(drops);
        settings.put("sftp.user", SftpServerOfAPortal.USER);
        settings.put("sftp.password", SftpServerOfAPortal.PASSWORD);
        settings.put("sftp.wrong", "stale-pw");
        settings.put("sftp.key", server.privateKey(folder.resolve("user.pem")).toString());
        declare("plain", server.url("plain"), PASSWORD_LOGIN, server.knownHost(), "finished: renamed");
        declare(
                "keyed",
                server.url("keyed"),
                "{username: sftp.user, privateKey: sftp.key}",
                server.knownHost(),
                "finished: done-file\nsize: 5");
        declare("growing", server.url("growing"), PASSWORD_LOGIN, server.knownHost(), "finished: settled\nsettle: 3s");
        declare("promised", server.url("promised"), PASSWORD_LOGIN, server.knownHost(), "finished: renamed");
        declare("stranger", server.url("plain"), PASSWORD_LOGIN, "", "finished: renamed");
        declare("impostor", server.url("plain"), PASSWORD_LOGIN, server.otherHost(), "finished: renamed");
        declare(
                "refused",
                server.url("plain"),
                "{username: sftp.user, password: sftp.wrong}",
                server.knownHost(),
                "finished: renamed");
        declare("nowhere", server.url("no-such"), PASSWORD_LOGIN, server.knownHost(), "finished: renamed");
        Files.delete(drops.resolve("no-such"));
        declare("metadata", "sftp://169.254.169.254/plain", PASSWORD_LOGIN, server.knownHost(), "finished: renamed");
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        declare(
                "silent",
                "sftp://127.0.0.1:" + silent.getLocalPort() + "/plain",
                PASSWORD_LOGIN,
                server.knownHost(),
                "finished: renamed");
        Path manifest = folder.resolve("connectors/silent/connector.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("timeout: 10s", "timeout: 1s"));
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, settings).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        server.close();
        silent.close();
        database.close();
    }

    @Test
    void a_file_is_taken_and_put_away_and_the_same_name_with_new_content_is_new() throws Exception {
        drop("plain", "one [1].csv", HEAD + "पटना/1,Patna,2026-10-01,OPEN\n");
        awaitKeys("plain", "पटना/1");
        drop("plain", "one [1].csv", HEAD + "P/2,Patna,2026-10-01,OPEN\n");
        awaitKeys("plain", "P/2", "पटना/1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(drops.resolve("plain/done"))
                .isDirectoryContaining("glob:**/one*.csv")
                .satisfies(done -> assertThat(done.toFile().list()).hasSize(2)));

        drop("plain", "cut.csv", HEAD + "P/3,Patna,2026-10-01,OPEN\n\"P/4,Patna");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("plain")).isEqualTo("stalled FILE_REFUSED"));
        assertThat(drops.resolve("plain/bad/cut.csv")).exists();
        drop("plain", "cut.csv", HEAD + "P/3,Patna,2026-10-01,OPEN\n");
        awaitKeys("plain", "P/2", "P/3", "पटना/1");

        server.stop();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("plain")).endsWith("UNREACHABLE"));
        server.start();
        drop("plain", "later.csv", HEAD + "P/5,Patna,2026-10-01,OPEN\n");
        awaitKeys("plain", "P/2", "P/3", "P/5", "पटना/1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("plain")).isEqualTo("ok "));
    }

    @Test
    void a_key_opens_the_folder_and_a_file_without_its_sign_is_not_read() throws Exception {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < 23; i++) {
            rows.append("K/").append(i).append(",Patna,2026-10-01,OPEN\n");
        }
        drop("keyed", "k.csv", rows.toString());
        drop("keyed", "other.csv", HEAD + "X/1,Patna,2026-10-01,OPEN\n");
        Files.createFile(drops.resolve("keyed/k.csv.done"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("keyed")).hasSize(23));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(drops.resolve("keyed/done/k.csv.done"))
                .exists());
        assertThat(drops.resolve("keyed/other.csv")).exists();
    }

    @Test
    void a_file_that_is_still_being_written_is_not_read_and_a_manifest_is_honoured() throws Exception {
        Files.writeString(drops.resolve("promised/p.csv.manifest.json"), "{\"rows\": 3}");
        Files.writeString(drops.resolve("promised/q.csv.manifest.json"), "{\"rows\": 1}");
        drop("promised", "p.csv", HEAD + "M/1,Patna,2026-10-01,OPEN\n");
        drop("promised", "q.csv", HEAD + "N/1,Patna,2026-10-01,OPEN\n");
        Path growing = drops.resolve("growing/g.csv");
        Files.writeString(growing, HEAD);
        for (int i = 0; i < 5; i++) {
            Files.writeString(
                    growing,
                    "G/" + i + ",Patna,2026-10-01,OPEN\n",
                    StandardCharsets.UTF_8,
                    java.nio.file.StandardOpenOption.APPEND);
            await().pollDelay(Duration.ofMillis(700)).until(() -> true);
            assertThat(database.count("select count(*) from hub.dropped_file where portal = 'growing'"))
                    .isZero();
        }

        awaitKeys("promised", "N/1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("growing")).hasSize(5));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.texts("select cause from hub.unreadable_page where portal = 'promised'"))
                .containsExactly("MANIFEST_MISMATCH"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stranger | UNTRUSTED        | TLS      | knownHosts",
                "impostor | UNTRUSTED        | TLS      | knownHosts",
                "refused  | WRONG_CREDENTIAL | LOGIN    | sftp.wrong",
                "nowhere  | REQUEST_REFUSED  | CONTRACT | has no folder /no-such",
                "silent   | TIMEOUT          | SLOW     | gave no answer within 1 s",
                "metadata | ADDRESS_REFUSED  | NAME     | never calls"
            })
    void what_is_wrong_is_told_in_health_and_by_the_check(String portal, String code, Layer layer, String sentence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(portal)).endsWith(code));

        List<Finding> findings = check(portal);

        Finding last = findings.get(findings.size() - 1);
        assertThat(last.good()).isFalse();
        assertThat(last.layer()).isEqualTo(layer);
        assertThat(last.sentence()).contains(sentence).doesNotContain("stale-pw");
    }

    @Test
    void a_folder_that_is_well_is_well_on_every_layer() {
        assertThat(check("keyed"))
                .allMatch(Finding::good)
                .extracting(Finding::layer)
                .containsExactly(Layer.NAME, Layer.TCP, Layer.LOGIN, Layer.CONTRACT, Layer.SLOW);
    }

    private List<Finding> check(String portal) {
        return new LayerCheck(AsOfClock.fixed(TestHub.AS_OF), name -> new Pace(null))
                .check(Connectors.read(
                        folder.resolve("connectors").resolve(portal),
                        Settings.of(settings).or(Settings.unset())));
    }

    private void awaitKeys(String portal, String... keys) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.texts("select source_id from hub.record where portal = '" + portal + "'"))
                .containsExactlyInAnyOrder(keys));
    }

    private void drop(String portal, String name, String content) throws IOException {
        Path part = drops.resolve(portal).resolve(name + ".part");
        Files.writeString(part, content);
        Files.move(part, part.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void declare(String portal, String url, String auth, String knownHosts, String transport)
            throws IOException {
        Files.createDirectories(drops.resolve(url.substring(url.lastIndexOf('/') + 1)));
        Path connector = Files.createDirectories(folder.resolve("connectors").resolve(portal));
        Files.writeString(Files.createDirectories(connector.resolve("contract")).resolve("known_hosts"), knownHosts);
        Files.writeString(
                connector.resolve("connector.yaml"),
                """
                title: {en: Births, hi: जन्म}
                owner: Registrar of Births
                every: 1s
                file:
                  url: %s
                  auth: %s
                  knownHosts: contract/known_hosts
                  timeout: 10s
                %s
                streams:
                  entries:
                    files: "*.csv"
                    key: no
                    version: "#modified"
                    into: case
                    type: birth-entry
                    place: {district: district}
                    fields: {registered: moment(registered), status: code(status)}
                    codes:
                      status: {OPEN: pending}
                """
                        .formatted(url, auth, transport.indent(2).stripTrailing()));
    }
}
