package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.kit.edge.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real CXF service that asks for signatures and attaches documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapSignatureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private SignedPensions portal;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        Certificates ours = new Certificates(Files.createDirectories(folder.resolve("ours")));
        Certificates others = new Certificates(Files.createDirectories(folder.resolve("others")));
        portal = new SignedPensions(folder.resolve("tomcat"), ours.authority());
        declare("signing", ours.forSigning("signing", 1));
        declare("expired", ours.forSigning("expired", 9));
        declare("unknown", others.forSigning("unknown", 1));
        declare("garbled", ours.forSigning("garbled", 1));
        settings.put("garbled.key", "no key at all");
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, settings).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void a_signed_request_is_answered_and_of_its_attachment_the_hash_is_kept() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("signing")).hasSize(1));
        assertThat(hub.health("signing")).isEqualTo("ok ");
        assertThat(database.texts("select attributes::text from hub.record where portal = 'signing'"))
                .singleElement()
                .asString()
                .contains("sha256:" + Sha256.of(SignedPensions.DOCUMENT));
    }

    @Test
    void a_certificate_that_has_expired_is_told_by_its_setting() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("expired")).isEqualTo("failing WRONG_CREDENTIAL"));
        assertThat(database.texts("select error_message from hub.stream_health where portal = 'expired'"))
                .singleElement()
                .asString()
                .contains("expired on 20", "expired.certificate");
    }

    @Test
    void a_certificate_that_the_portal_does_not_know_is_a_wrong_credential() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("unknown")).isEqualTo("failing WRONG_CREDENTIAL"));
    }

    @Test
    void a_setting_that_holds_no_key_is_told_by_its_name() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("garbled")).isEqualTo("failing SETTING_MISSING"));
        assertThat(database.texts("select error_message from hub.stream_health where portal = 'garbled'"))
                .singleElement()
                .asString()
                .contains("garbled.key")
                .doesNotContain("no key at all");
    }

    private void declare(String name, Path keys) throws IOException {
        new PensionConnectors(folder, settings).declare(name, portal.url(), manifest -> manifest.replaceAll(
                        "auth: .*", "auth: {certificate: " + name + ".certificate, privateKey: " + name + ".key}")
                .replace("timeout: 3s", "timeout: 20s")
                .replace("    place:", "    attributes: {document: document}\n    place:"));
        settings.put(name + ".certificate", keys.resolve(name + ".pem").toString());
        settings.put(name + ".key", keys.resolve(name + ".key").toString());
    }
}
