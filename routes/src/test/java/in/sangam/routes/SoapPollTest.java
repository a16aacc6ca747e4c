package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that speaks SOAP: any WSDL, WS-Security UsernameToken, paging by a token of its own. */
class SoapPollTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private Portal portal;
    private HubDatabase database;
    private TestHub hub;

    @BeforeEach
    void prepare() throws Exception {
        portal = Portal.answering(SoapPollTest::answer);
        database = HubDatabase.migrated();
        hub = new TestHub(
                folder,
                database,
                Map.of(
                        "pensions.url", portal.url() + "/services/PensionService",
                        "pensions.username", "hub-user",
                        "pensions.password", "right"),
                "pensions");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void every_order_is_read_page_by_page_with_the_token_of_the_page_before() throws Exception {
        hub.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("pensions")).hasSize(3);
            assertThat(hub.health("pensions")).isEqualTo("ok ");
        });
        assertThat(portal.requests().get(0).body())
                .contains("UsernameToken", "hub-user", "#PasswordText", "2026-01-01T00:00:00")
                .doesNotContain("afterKey");
        assertThat(portal.requests().get(1).body()).contains("page-2");
    }

    @Test
    void what_a_portal_puts_into_its_soap_headers_is_never_sent_back() throws Exception {
        portal.answer(request -> {
            Answer answer = answer(request);
            return Answer.xml(answer.body()
                    .replace("<s:Body>", "<s:Header><echo xmlns='urn:x'>secret</echo></s:Header><s:Body>"));
        });
        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("pensions")).hasSize(3));
        assertThat(portal.requests()).noneMatch(request -> request.body().contains("urn:x"));
    }

    @Test
    void a_refused_user_name_token_is_a_wrong_credential_and_not_a_failure_of_the_portal() throws Exception {
        hub.setting("pensions.password", "wrong");

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("pensions")).isEqualTo("failing WRONG_CREDENTIAL"));
    }

    @Test
    void html_with_status_200_stalls_the_stream() throws Exception {
        portal.answer(request ->
                new Answer(200, "text/html", "<!DOCTYPE html><html><body>Maintenance</body></html>", Map.of()));

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("pensions")).isEqualTo("stalled UNREADABLE_HTML"));
    }

    @Test
    void a_truncated_answer_brings_no_row_of_it() throws Exception {
        portal.answer(request -> {
            String whole = answer(request).body();
            return Answer.xml(whole.substring(0, whole.length() - 40));
        });

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("pensions")).isEqualTo("stalled UNREADABLE_TRUNCATED"));
        assertThat(hub.stored("pensions")).isEmpty();
    }

    @Test
    void a_fault_or_an_error_page_is_a_failure_of_the_portal() throws Exception {
        portal.answer(request -> new Answer(500, "text/html", "<html>broken</html>", Map.of()));

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("pensions")).isEqualTo("failing PORTAL_ERROR"));
        portal.answer(request -> new Answer(500, "text/xml", fault("s:Server", "full"), Map.of()));
        hub.control.pollNow("asha", "pensions.orders");
        await().atMost(PATIENCE).until(() -> portal.requests().size() >= 2);
        assertThat(hub.health("pensions")).isEqualTo("failing PORTAL_ERROR");
    }

    @Test
    void a_portal_that_is_down_is_unreachable() throws Exception {
        portal.close();

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("pensions")).isEqualTo("failing UNREACHABLE"));
    }

    private static Answer answer(Request request) {
        if (!request.body().contains(">right</")) {
            return new Answer(500, "text/xml", fault("w:FailedAuthentication", "no"), Map.of());
        }
        boolean second = request.body().contains("page-2");
        String orders = second ? order("P-3", 3) : order("P-1", 1) + order("P-2", 2);
        return Answer.xml("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                + "<GetOrdersResponse xmlns='urn:pensions:1'>" + orders + (second ? "" : "<nextKey>page-2</nextKey>")
                + "</GetOrdersResponse></s:Body></s:Envelope>");
    }

    private static String order(String no, int second) {
        return ("<Order><orderNo>%s</orderNo><name>Ram Kumar</name><district>Gaya</district>"
                        + "<registeredOn>2026-10-01</registeredOn><status>OPEN</status>"
                        + "<changedAt>2026-10-02T10:00:0%d+05:30</changedAt></Order>")
                .formatted(no, second);
    }

    private static String fault(String code, String text) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault"
                + " xmlns:w='http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'>"
                + "<faultcode>" + code + "</faultcode><faultstring>" + text
                + "</faultstring></s:Fault></s:Body></s:Envelope>";
    }
}
