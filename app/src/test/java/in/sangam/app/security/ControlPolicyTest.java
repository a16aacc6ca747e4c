package in.sangam.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlPolicyTest {

    private static final String ROUTE = "org.apache.camel:context=sangam,type=routes,name=\"any.poll\"";
    private static final String CONTEXT = "org.apache.camel:context=sangam,type=context,name=\"sangam\"";
    private static final String QUEUE =
            "org.apache.activemq.artemis:broker=\"b\",component=addresses,address=\"hub.dead.q\",subcomponent=queues,routing-type=\"anycast\",queue=\"hub.dead.q\"";

    @ParameterizedTest
    @CsvSource({"start", "stop", "stop()", "'stop(long,boolean)'", "suspend", "resume"})
    void a_route_may_be_steered(String operation) throws Exception {
        assertThat(ControlPolicy.isSteering(new ObjectName(ROUTE), operation)).isTrue();
        assertThat(ControlPolicy.isReading(new ObjectName(ROUTE), operation)).isFalse();
    }

    @Test
    void a_dead_letter_may_be_retried_and_not_removed() throws Exception {
        assertThat(ControlPolicy.isSteering(new ObjectName(QUEUE), "retryMessages()"))
                .isTrue();
        assertThat(ControlPolicy.isSteering(new ObjectName(QUEUE), "retryMessage(long)"))
                .isTrue();
        assertThat(ControlPolicy.isSteering(new ObjectName(QUEUE), "removeAllMessages()"))
                .isFalse();
        assertThat(ControlPolicy.isSteering(new ObjectName(QUEUE), "moveMessages"))
                .isFalse();
        assertThat(ControlPolicy.isSteering(new ObjectName(QUEUE), "sendMessage"))
                .isFalse();
        assertThat(ControlPolicy.isReading(new ObjectName(QUEUE), "removeAllMessages()"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"remove", "updateRouteFromXml", "updateRouteFromXml(java.lang.String)", "setTracing", "reset", "restart"
    })
    void everything_else_of_a_route_is_refused(String operation) throws Exception {
        assertThat(ControlPolicy.isSteering(new ObjectName(ROUTE), operation)).isFalse();
        assertThat(ControlPolicy.isReading(new ObjectName(ROUTE), operation)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "stop",
        "suspend",
        "sendBody",
        "requestBody",
        "'sendBody(java.lang.String,java.lang.Object)'",
        "addOrUpdateRoutesFromXml",
        "createEndpoint",
        "removeEndpoints"
    })
    void the_context_as_a_whole_cannot_be_steered(String operation) throws Exception {
        assertThat(ControlPolicy.isSteering(new ObjectName(CONTEXT), operation)).isFalse();
        assertThat(ControlPolicy.isReading(new ObjectName(CONTEXT), operation)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'java.lang:type=Memory',gc",
        "'com.sun.management:type=HotSpotDiagnostic',dumpHeap",
        "'com.sun.management:type=DiagnosticCommand',vmSystemProperties",
        "'java.util.logging:type=Logging',setLoggerLevel",
        "'jolokia:type=Config',resetHistoryEntries",
        "'in.sangam:type=Other',replayDeadLetters",
        "'other:type=routes',stop"
    })
    void the_virtual_machine_and_strangers_cannot_be_steered(String bean, String operation) throws Exception {
        assertThat(ControlPolicy.isSteering(new ObjectName(bean), operation)).isFalse();
        assertThat(ControlPolicy.isReading(new ObjectName(bean), operation)).isFalse();
    }

    @Test
    void a_steering_call_has_a_countable_code() throws Exception {
        assertThat(ControlPolicy.code(new ObjectName(ROUTE), "stop(long)")).isEqualTo("route.stop");
        assertThat(ControlPolicy.code(new ObjectName(QUEUE), "retryMessages()")).isEqualTo("dead-letter.retryMessages");
    }
}
