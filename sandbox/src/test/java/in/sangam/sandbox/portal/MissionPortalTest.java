package in.sangam.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.RunningSandbox;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissionPortalTest {

    private static final String SCORE =
            """
            {"indicator":"POP-SCORE","post":"P188-1","month":"2026-10","scored":240,"possible":300,"share":0.8,
             "as_of":"2026-10-31T18:00:00+05:30"}""";

    private final RunningSandbox sandbox;

    MissionPortalTest() throws Exception {
        sandbox = RunningSandbox.get();
    }

    @Test
    void a_score_is_kept_once_per_idempotency_key() throws Exception {
        HttpResponse<String> first = sandbox.score("score-once", SCORE);
        HttpResponse<String> again = sandbox.score("score-once", SCORE.replace("0.8", "0.80"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(kept("score-once")).isEqualTo(1);
        assertThat(sandbox.score("score-once", SCORE.replace("240", "241")).statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "POP-SCORE, POP-RANK, unknown_indicator",
        "P188-1, ' ', missing",
        "'\"P188-1\"', 188, missing",
        "2026-10\", 2026-13\", month",
        "240, -1, number",
        "300, null, number",
        "0.8, '\"80 %\"', number",
        "+05:30, '', as_of"
    })
    void a_score_that_breaks_a_rule_is_refused_with_its_code(String right, String wrong, String code) throws Exception {
        HttpResponse<String> answer = sandbox.score("score-refused", SCORE.replace(right, wrong));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(RunningSandbox.json(answer).get("code").textValue()).isEqualTo(code);
        assertThat(RunningSandbox.json(answer).get("message").textValue()).isNotBlank();
        assertThat(kept("score-refused")).isZero();
    }

    @Test
    void a_score_that_was_taken_back_has_no_share() throws Exception {
        String body = SCORE.replace("240", "0").replace("300", "0").replace("0.8", "null");

        assertThat(sandbox.score("score-taken-back", body).statusCode()).isEqualTo(201);
    }

    @Test
    void nobody_reads_or_gives_scores_with_the_token_of_another_portal() throws Exception {
        HttpResponse<String> answer = sandbox.ask(
                "GET",
                sandbox.address("vikas-mission.url") + "/api/v1/pop-scores",
                "Authorization",
                "Bearer " + sandbox.address("cm-dashboard.token"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private long kept(String key) throws Exception {
        JsonNode scores = RunningSandbox.json(sandbox.ask(
                "GET",
                sandbox.address("vikas-mission.url") + "/api/v1/pop-scores",
                "Authorization",
                "Bearer " + sandbox.address("vikas-mission.token")));
        return StreamSupport.stream(scores.get("data").spliterator(), false)
                .filter(score -> score.get("idempotencyKey").textValue().equals(key))
                .count();
    }
}
