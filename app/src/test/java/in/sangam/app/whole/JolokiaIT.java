package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what over Jolokia, tried against the running hub. */
class JolokiaIT {

    private static final String STATE = "State";

    private final RunningDemo demo = RunningDemo.get();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void both_roles_read_the_routes_by_their_readable_ids() throws Exception {
        for (String user : new String[] {"viewer", "admin"}) {
            assertThat(aRoute(user)).contains("type=routes").contains(".poll");
        }
    }

    @Test
    void both_roles_may_draw_a_route() throws Exception {
        JsonNode answer = exec("viewer", context(), "dumpRoutesAsXml()");

        assertThat(answer.path("status").asInt()).isEqualTo(200);
        assertThat(answer.path("value").asText()).contains("intake.normalise", "record.store");
    }

    @Test
    void admin_stops_and_starts_a_route_and_it_is_audited() throws Exception {
        String route = aRoute("admin");

        assertThat(exec("admin", route, "stop()").path("status").asInt()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(route).equals("Stopped"));
        assertThat(exec("admin", route, "start()").path("status").asInt()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(route).equals("Started"));

        try (HubDatabaseView database = new HubDatabaseView(demo.data)) {
            assertThat(database.texts("select who || ' ' || action from hub.audit where action like 'route.%'"))
                    .contains("admin route.stop", "admin route.start");
        }
    }

    @ParameterizedTest
    @CsvSource({"stop()", "start()", "suspend()", "resume()"})
    void a_viewer_steers_no_route(String operation) throws Exception {
        String route = aRoute("viewer");

        assertThat(exec("viewer", route, operation).path("status").asInt()).isEqualTo(403);
        assertThat(state(route)).isEqualTo("Started");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang:type=Memory | gc",
                "com.sun.management:type=HotSpotDiagnostic | dumpHeap(java.lang.String,boolean)",
                "com.sun.management:type=DiagnosticCommand | vmSystemProperties",
                "java.util.logging:type=Logging | setLoggerLevel",
                "jmx4perl:type=Config | debug",
            })
    void nobody_reaches_the_virtual_machine(String bean, String operation) throws Exception {
        for (String user : new String[] {"viewer", "admin"}) {
            assertThat(exec(user, bean, operation).path("status").asInt()).isIn(403, 404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"stop()", "suspend()", "sendBody(java.lang.String,java.lang.Object)", "restart()"})
    void nobody_steers_the_whole_context_or_sends_messages_past_the_flows(String operation) throws Exception {
        assertThat(exec("admin", context(), operation).path("status").asInt()).isEqualTo(403);
    }

    @Test
    void nobody_changes_or_removes_a_route() throws Exception {
        String route = aRoute("admin");

        for (String operation : new String[] {"updateRouteFromXml(java.lang.String)", "remove()", "reset()"}) {
            assertThat(exec("admin", route, operation).path("status").asInt()).isEqualTo(403);
        }
    }

    @Test
    void nobody_empties_a_queue() throws Exception {
        JsonNode queues =
                call("admin", "{\"type\":\"search\",\"mbean\":\"org.apache.activemq.artemis:subcomponent=queues,*\"}");
        assertThat(queues.path("value")).isNotEmpty();
        String queue = queues.path("value").get(0).asText();

        assertThat(exec("admin", queue, "removeAllMessages()").path("status").asInt())
                .isEqualTo(403);
        assertThat(exec("viewer", queue, "retryMessages()").path("status").asInt())
                .isEqualTo(403);
        assertThat(exec("admin", queue, "retryMessages()").path("status").asInt())
                .isEqualTo(200);
    }

    @Test
    void nobody_writes_an_attribute() throws Exception {
        JsonNode answer = call(
                "admin",
                "{\"type\":\"write\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"Verbose\",\"value\":true}");

        assertThat(answer.path("status").asInt()).isEqualTo(403);
    }

    @Test
    void the_proxy_to_other_agents_is_shut() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            other.setSoTimeout(500);
            int port = other.getLocalPort();
            call(
                    "admin",
                    "{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"attribute\":\"VmName\","
                            + "\"target\":{\"url\":\"service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi\"}}");

            assertThat(demo.get("admin", "/hawtio/proxy/http/127.0.0.1/" + port + "/x")
                            .statusCode())
                    .isIn(403, 404);
            assertThatThrownBy(other::accept).as("nobody was called").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void the_bean_behind_the_hub_tab_shows_streams_queues_and_deliveries() throws Exception {
        JsonNode answer =
                call("viewer", "{\"type\":\"read\",\"mbean\":\"in.sangam:type=Hub\",\"attribute\":\"Status\"}");
        JsonNode status = json.readTree(answer.path("value").asText());

        assertThat(status.path("streams")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(status.path("queues")).hasSize(2).allSatisfy(queue -> assertThat(
                        queue.path("waiting").isNumber())
                .isTrue());
        assertThat(exec("viewer", "in.sangam:type=Hub", "replayDeadLetters")
                        .path("status")
                        .asInt())
                .isEqualTo(403);
    }

    private String aRoute(String user) throws Exception {
        JsonNode found = call(user, "{\"type\":\"search\",\"mbean\":\"org.apache.camel:type=routes,*\"}");
        for (JsonNode name : found.path("value")) {
            if (name.asText().contains(".poll")) {
                return name.asText();
            }
        }
        throw new AssertionError("No poll among " + found);
    }

    private String context() throws Exception {
        return call("admin", "{\"type\":\"search\",\"mbean\":\"org.apache.camel:type=context,*\"}")
                .path("value")
                .get(0)
                .asText();
    }

    private String state(String route) throws Exception {
        return call(
                        "viewer",
                        json.createObjectNode()
                                .put("type", "read")
                                .put("mbean", route)
                                .put("attribute", STATE)
                                .toString())
                .path("value")
                .asText();
    }

    private JsonNode exec(String user, String bean, String operation) throws Exception {
        return call(
                user,
                json.createObjectNode()
                        .put("type", "exec")
                        .put("mbean", bean)
                        .put("operation", operation)
                        .set("arguments", json.createArrayNode())
                        .toString());
    }

    private JsonNode call(String user, String body) throws Exception {
        return json.readTree(demo.jolokia(user, body).body());
    }
}
