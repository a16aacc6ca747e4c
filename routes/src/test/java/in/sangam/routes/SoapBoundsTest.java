package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsServer;
import in.sangam.routes.Portal.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of a portal that speaks SOAP: size of an answer, authorities that are trusted, addresses that are called. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapBoundsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ANSWER = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
            + "<GetOrdersResponse xmlns='urn:pensions:1'><Order><orderNo>P-1</orderNo><name>Ram Kumar</name>"
            + "<district>Gaya</district><registeredOn>2026-10-01</registeredOn><status>OPEN</status>"
            + "<changedAt>2026-10-02T10:00:01+05:30</changedAt></Order></GetOrdersResponse></s:Body></s:Envelope>";

    @TempDir
    static Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        Portal portal = Portal.answering(request -> request.path().startsWith("/moved")
                ? Answer.of(302).with("Location", "http://127.0.0.1:1/")
                : Answer.xml(ANSWER + "<!--" + "x".repeat(4096) + "-->"));
        opened.add(portal);
        Certificates certificates = new Certificates(Files.createDirectories(folder.resolve("certificates")));
        certificates.issue("good", 1);
        HttpsServer secured = certificates.serve("good", ANSWER);
        opened.add(() -> secured.stop(0));
        String https = "https://127.0.0.1:" + secured.getAddress().getPort() + "/";
        declare("within", portal.url() + "/", "largest: 64KB");
        declare("too-large", portal.url() + "/", "largest: 1KB");
        declare("moved", portal.url() + "/moved", "");
        Path own = declare("own-authority", https, "trust: contract/authority.pem");
        Files.copy(certificates.authority(), own.resolve("contract/authority.pem"));
        declare("unknown-authority", https, "");
        declare("metadata", "http://169.254.169.254/latest", "");
        HubDatabase database = HubDatabase.migrated();
        opened.add(database);
        hub = new TestHub(folder, database, settings).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "within, ok, 1",
        "own-authority, ok, 1",
        "too-large, stalled UNREADABLE_TOO_LARGE, 0",
        "moved, failing REQUEST_REFUSED, 0",
        "unknown-authority, failing UNTRUSTED, 0",
        "metadata, failing ADDRESS_REFUSED, 0"
    })
    void each_bound_holds(String name, String health, int rows) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(name).strip()).isEqualTo(health));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored(name)).hasSize(rows));
    }

    private Path declare(String name, String url, String more) throws IOException {
        return new PensionConnectors(folder, settings)
                .declare(name, url, manifest -> manifest.replace("size: 2", "size: 2\n  " + more));
    }
}
