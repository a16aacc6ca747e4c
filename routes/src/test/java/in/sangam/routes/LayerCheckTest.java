package in.sangam.routes;

import static in.sangam.routes.Registers.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import in.sangam.core.AsOfClock;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import in.sangam.routes.check.LayerCheck;
import in.sangam.routes.check.PortalCheck.Finding;
import in.sangam.routes.check.PortalCheck.Layer;
import in.sangam.routes.pace.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Servers that fail at one layer each: the check names that layer, in one sentence, and none below it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerCheckTest {

    private static final String PLAIN = "path: /entries\nrecords: $.data\n";
    private static final String GOOD = "{\"data\":[" + rows(0, 3) + "]}";
    private static final Path CONNECTORS = Path.of("src/test/resources/connectors");

    @TempDir
    static Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private final LayerCheck check = new LayerCheck(AsOfClock.fixed(TestHub.AS_OF), portal -> new Pace(null));
    private Registers registers;
    private Portal portal;
    private HubDatabase database;

    @BeforeAll
    void start() throws Exception {
        settings.put(Connectors.PSEUDONYM_KEY, "a key for tests alone");
        registers = new Registers(folder);
        portal = Portal.answering(this::answer);
        opened.add(portal);
        Certificates certificates = new Certificates(Files.createDirectories(folder.resolve("certificates")));
        certificates.issue("expired", 9);
        certificates.issue("fresh", 1);
        https(certificates, "expired");
        https(certificates, "fresh");
        registers.declare("no-name", "url: http://no-such-name.invalid/x", PLAIN);
        registers.declare("metadata", "url: http://169.254.169.254/x", PLAIN);
        registers.declare("closed-port", "url: http://127.0.0.1:" + closedPort(), PLAIN);
        registers.declare("no-tls", "url: " + portal.url().replace("http:", "https:"), PLAIN);
        served("no-value", "auth: {bearer: no-value.token}");
        served("wrong-token", "auth: {bearer: wrong-token.token}");
        settings.put("wrong-token.token", "stale");
        served("well", "auth: {bearer: well.token}");
        settings.put("well.token", "right");
        served("shape", "");
        served("renamed-key", "");
        served("throttled", "");
        served("failing", "");
        registers.declare("late", "url: " + portal.url() + "/late", PLAIN);
        RawPortal reset = RawPortal.behaving((request, connection, out) -> connection.setSoLinger(true, 0));
        opened.add(reset);
        registers.declare("reset", "url: " + reset.url(), PLAIN);
        RawPortal silent = RawPortal.behaving(
                (request, connection, out) -> connection.getInputStream().readAllBytes());
        opened.add(silent);
        registers.declare("silent", "url: " + silent.url(), PLAIN);
        database = HubDatabase.empty();
        opened.add(database);
        database.execute("create table crossing (crossing_no text, amount int, plaza text, crossed_at timestamptz)");
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-name       | NAME     | no-such-name.invalid",
                "metadata      | NAME     | never calls",
                "closed-port   | TCP      | Nobody listens at 127.0.0.1",
                "reset         | TCP      | broke the connection",
                "no-tls        | TLS      | may not speak TLS",
                "expired       | TLS      | has expired",
                "no-value      | SETTING  | no-value.token",
                "wrong-token   | LOGIN    | wrong-token.token",
                "shape         | CONTRACT | $.data",
                "renamed-key   | CONTRACT | its fields are changed, district, number, registered, status",
                "failing       | CONTRACT | HTTP 500",
                "throttled     | SLOW     | slow down",
                "silent        | SLOW     | gave no answer within",
                "late          | SLOW     | more than half of timeout:"
            })
    void the_layer_that_fails_is_named_in_one_sentence_and_nothing_behind_it_is_judged(
            String name, Layer layer, String sentence) {
        List<Finding> findings = check.check(connector(folder.resolve("connectors/" + name)));

        Finding last = findings.get(findings.size() - 1);
        assertThat(findings).filteredOn(each -> !each.good()).containsExactly(last);
        assertThat(last.layer()).isEqualTo(layer);
        assertThat(last.sentence()).contains(sentence).doesNotContain("stale", "\n");
        assertThat(findings).isSortedAccordingTo((one, other) -> one.layer().compareTo(other.layer()));
    }

    @Test
    void a_portal_that_is_well_is_well_on_every_layer_it_has() {
        assertThat(check.check(connector(folder.resolve("connectors/well"))))
                .allMatch(Finding::good)
                .extracting(Finding::layer)
                .containsExactly(Layer.NAME, Layer.TCP, Layer.LOGIN, Layer.CONTRACT, Layer.SLOW);
        assertThat(check.check(connector(folder.resolve("connectors/fresh"))))
                .allMatch(Finding::good)
                .extracting(Finding::layer)
                .contains(Layer.TLS);
    }

    @Test
    void a_database_is_checked_as_a_web_portal_is() {
        settings.putAll(Map.of("rations.url", database.url(), "rations.username", HubDatabase.user()));
        settings.put("rations.password", "wrong");
        assertThat(last("rations"))
                .returns(Layer.LOGIN, Finding::layer)
                .extracting(Finding::sentence)
                .asString()
                .contains("rations.password")
                .doesNotContain("wrong");

        settings.put("rations.password", HubDatabase.password());
        assertThat(last("rations")).returns(Layer.CONTRACT, Finding::layer).returns(false, Finding::good);
    }

    @Test
    void a_service_that_refuses_the_user_name_token_fails_at_the_login() {
        settings.putAll(Map.of("pensions.url", portal.url() + "/soap", "pensions.username", "hub"));
        settings.put("pensions.password", "wrong");

        assertThat(last("pensions")).returns(Layer.LOGIN, Finding::layer).returns(false, Finding::good);
    }

    @Test
    void a_drop_folder_that_is_not_there_is_told() throws Exception {
        Path declared = registers.declare("drops", "url: " + folder.resolve("nowhere"), "files: \"*.csv\"");
        String manifest = Files.readString(declared.resolve("connector.yaml"));
        Files.writeString(
                declared.resolve("connector.yaml"),
                manifest.replace("rest:", "file:").replaceAll("    cursor:.*\n", ""));

        assertThat(check.check(connector(declared)))
                .singleElement()
                .returns(false, Finding::good)
                .extracting(Finding::sentence)
                .asString()
                .contains("nowhere is no folder");
    }

    private Finding last(String shipped) {
        List<Finding> findings = check.check(connector(CONNECTORS.resolve(shipped)));
        return findings.get(findings.size() - 1);
    }

    private Connector connector(Path of) {
        return Connectors.read(of, Settings.of(settings));
    }

    private Answer answer(Request request) {
        return switch (request.path().split("/")[1]) {
            case "well", "no-value" ->
                request.header("Authorization").equals("Bearer right") ? Answer.json(GOOD) : Answer.of(401);
            case "shape" -> Answer.json(GOOD.replace("\"data\"", "\"rows\""));
            case "renamed-key" -> Answer.json(GOOD.replace("\"no\"", "\"number\""));
            case "failing" -> Answer.of(500);
            case "throttled" -> Answer.of(429).with("Retry-After", "60");
            case "late" -> {
                pause();
                yield Answer.json(GOOD);
            }
            case "soap" ->
                new Answer(
                        500,
                        "text/xml",
                        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault"
                                + " xmlns:w='http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'>"
                                + "<faultcode>w:FailedAuthentication</faultcode><faultstring>no</faultstring></s:Fault>"
                                + "</s:Body></s:Envelope>",
                        Map.of());
            default -> Answer.of(401);
        };
    }

    /** This is what the portal is: one that takes its time. */
    private static void pause() {
        try {
            Thread.sleep(1_300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void served(String name, String more) throws Exception {
        registers.declare(name, "url: " + portal.url() + "/" + name + "\n" + more, PLAIN);
    }

    private void https(Certificates certificates, String name) throws Exception {
        HttpsServer server = certificates.serve(name, GOOD);
        opened.add(() -> server.stop(0));
        Path declared = registers.declare(
                name,
                "url: https://127.0.0.1:" + server.getAddress().getPort() + "\ntrust: contract/authority.pem",
                PLAIN);
        Files.createDirectories(declared.resolve("contract"));
        Files.copy(certificates.authority(), declared.resolve("contract/authority.pem"));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
