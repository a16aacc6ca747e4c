package in.sangam.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.RunningSandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardPortalTest {

    private static final String VALUE =
            """
            {"kpi":"rtps-disposed-in-time","place":"188","period":"2026-10","numerator":81,"denominator":108,
             "value":0.75,"marks":7.5,"asOf":"2026-10-31T18:00:00+05:30"}""";

    private final RunningSandbox sandbox;

    DashboardPortalTest() throws Exception {
        sandbox = RunningSandbox.get();
    }

    @AfterEach
    void clear() throws Exception {
        sandbox.clearFaults();
    }

    @Test
    void a_value_is_kept_once_per_idempotency_key() throws Exception {
        HttpResponse<String> first = sandbox.publish("once", VALUE);
        HttpResponse<String> again = sandbox.publish("once", VALUE.replace("7.5", "7.50"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(kept("once")).isEqualTo(1);
    }

    @Test
    void a_key_that_comes_again_with_another_body_is_a_conflict() throws Exception {
        sandbox.publish("conflict", VALUE);

        assertThat(sandbox.publish("conflict", VALUE.replace("81", "82")).statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"188\"', null, missing",
        "'\"2026-10\"', '\"October\"', period",
        "81, -1, number",
        "81, '\"81\"', number",
        "7.5, 10.5, marks",
        "'+05:30', '', as_of"
    })
    void a_value_that_breaks_a_rule_is_refused_with_its_code(String right, String wrong, String code) throws Exception {
        HttpResponse<String> answer = sandbox.publish("refused", VALUE.replace(right, wrong));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(RunningSandbox.json(answer).get("code").textValue()).isEqualTo(code);
        assertThat(RunningSandbox.json(answer).get("message").textValue()).isNotBlank();
        assertThat(kept("refused")).isZero();
    }

    @Test
    void a_value_that_is_not_applicable_has_null_numbers() throws Exception {
        String body = VALUE.replace("81", "0")
                .replace("108", "0")
                .replace("0.75", "null")
                .replace("7.5", "null");

        assertThat(sandbox.publish("not-applicable", body).statusCode()).isEqualTo(201);
    }

    @Test
    void a_body_that_is_not_json_and_a_missing_key_are_bad_requests() throws Exception {
        assertThat(sandbox.publish("broken", "{").statusCode()).isEqualTo(400);
        assertThat(sandbox.publish(" ", VALUE).statusCode()).isEqualTo(400);
    }

    @Test
    void a_lost_answer_has_kept_the_value_and_the_next_try_gets_its_receipt() throws Exception {
        sandbox.fault("cm-dashboard", "lost-answer", 1);

        assertThatThrownBy(() -> sandbox.publish("lost", VALUE)).isInstanceOf(IOException.class);

        // The client of the JDK may have tried again by itself; either way the value is there once.
        assertThat(sandbox.publish("lost", VALUE).statusCode()).isEqualTo(200);
        assertThat(kept("lost")).isEqualTo(1);
    }

    @Test
    void a_refusing_fault_answers_422_with_a_code() throws Exception {
        sandbox.fault("cm-dashboard", "status-422", 1);

        HttpResponse<String> answer = sandbox.publish("closed", VALUE);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(RunningSandbox.json(answer).get("code").textValue()).isEqualTo("period_closed");
    }

    @Test
    void the_schemes_are_listed_with_67_of_them_ranked() throws Exception {
        JsonNode schemes = RunningSandbox.json(sandbox.dashboard("/api/v1/schemes"));

        assertThat(StreamSupport.stream(schemes.get("data").spliterator(), false)
                        .filter(scheme -> scheme.get("ranked").booleanValue()))
                .hasSize(67);
        assertThat(schemes.get("next").isNull()).isTrue();
    }

    private long kept(String key) throws Exception {
        JsonNode values = RunningSandbox.json(sandbox.dashboard("/api/v1/kpi-values"));
        return StreamSupport.stream(values.get("data").spliterator(), false)
                .filter(value -> value.get("idempotencyKey").textValue().equals(key))
                .count();
    }
}
