package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import in.sangam.core.AsOfClock;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.routes.Portal.Answer;
import in.sangam.routes.check.LayerCheck;
import in.sangam.routes.check.PortalCheck.Finding;
import in.sangam.routes.check.PortalCheck.Layer;
import in.sangam.routes.pace.Pace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector whose deliveries go to another entrance than its streams come from: the check reaches both. */
class EntranceCheckTest {

    @TempDir
    Path folder;

    private Portal portal;

    @BeforeEach
    void start() throws Exception {
        portal = Portal.answering(
                request -> Answer.of(request.header("Authorization").equals("Bearer right") ? 405 : 401));
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void an_entrance_that_is_well_is_told_layer_by_layer_and_nothing_is_delivered() throws Exception {
        List<Finding> findings = check(portal.url(), "right", "");

        assertThat(findings)
                .allMatch(Finding::good)
                .extracting(Finding::layer)
                .containsExactly(Layer.CONTRACT, Layer.NAME, Layer.TCP, Layer.LOGIN);
        assertThat(portal.requests()).extracting(Portal.Request::method).containsExactly("GET");
    }

    @Test
    void a_wrong_credential_is_told_by_its_setting() throws Exception {
        assertThat(last(check(portal.url(), "stale", "")))
                .returns(Layer.LOGIN, Finding::layer)
                .returns(false, Finding::good)
                .extracting(Finding::sentence)
                .asString()
                .contains("desk (deliver:)", "desk.token", "HTTP 401")
                .doesNotContain("stale");
    }

    @Test
    void a_portal_that_only_takes_is_asked_at_its_one_entrance() throws Exception {
        assertThat(taking("right"))
                .allMatch(Finding::good)
                .extracting(Finding::layer)
                .containsExactly(Layer.NAME, Layer.TCP, Layer.LOGIN);
        assertThat(last(taking("stale")))
                .returns(Layer.LOGIN, Finding::layer)
                .returns(false, Finding::good)
                .extracting(Finding::sentence)
                .asString()
                .startsWith("taker refuses")
                .contains("taker.token");
    }

    @Test
    void a_certificate_that_has_expired_and_an_address_that_is_never_called_are_told() throws Exception {
        Certificates certificates = new Certificates(Files.createDirectories(folder.resolve("certificates")));
        certificates.issue("expired", 9);
        HttpsServer server = certificates.serve("expired", "{}");
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort();
            Path connector = Files.createDirectories(folder.resolve("desk"));
            Files.copy(certificates.authority(), connector.resolve("authority.pem"));

            assertThat(last(check(url, "right", "trust: authority.pem")))
                    .returns(Layer.TLS, Finding::layer)
                    .extracting(Finding::sentence)
                    .asString()
                    .contains("desk (deliver:)", "has expired");
        } finally {
            server.stop(0);
        }
        assertThat(last(check("http://169.254.169.254", "right", "")))
                .returns(Layer.NAME, Finding::layer)
                .returns(false, Finding::good);
        assertThat(last(check("http://127.0.0.1:1", "right", ""))).returns(Layer.TCP, Finding::layer);
    }

    private static Finding last(List<Finding> findings) {
        return findings.get(findings.size() - 1);
    }

    private List<Finding> check(String url, String token, String more) throws Exception {
        Path connector = Files.createDirectories(folder.resolve("desk"));
        Files.writeString(
                connector.resolve("connector.yaml"),
                """
                title: {en: Desk, hi: डेस्क}
                owner: Desk
                file:
                  url: %s
                deliver:
                  url: "%s"
                  auth: {bearer: desk.token}
                  timeout: 2s
                  %s
                streams:
                  entries:
                    files: "*.csv"
                    key: no
                    version: "#modified"
                    into: case
                    type: entry
                    place: {district: district}
                    fields: {registered: moment(registered), status: code(status)}
                    codes: {status: {OPEN: pending}}
                sinks:
                  complaints:
                    accepts: complaint
                    path: /complaints
                    body: {origin_no: origin}
                    receipt: $.no
                    refusal: $.code
                """
                        .formatted(folder, url, more));
        return check(connector, Map.of("desk.token", token));
    }

    private List<Finding> taking(String token) throws Exception {
        Path connector = Files.createDirectories(folder.resolve("taker"));
        Files.writeString(
                connector.resolve("connector.yaml"),
                """
                title: {en: Taker, hi: ग्राही}
                owner: Taker
                rest:
                  url: "%s"
                  auth: {bearer: taker.token}
                sinks:
                  complaints:
                    accepts: complaint
                    path: /complaints
                    body: {origin_no: origin}
                    receipt: $.no
                    refusal: $.code
                """
                        .formatted(portal.url()));
        return check(connector, Map.of("taker.token", token));
    }

    private static List<Finding> check(Path connector, Map<String, String> settings) {
        return new LayerCheck(AsOfClock.fixed(TestHub.AS_OF), name -> new Pace(null))
                .check(Connectors.read(
                        connector,
                        Settings.of(settings).or(Settings.of(Map.of(Connectors.PSEUDONYM_KEY, "a test's")))));
    }
}
