package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.app.cli.HubCommand;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What an admin has done with a connector of a running hub. */
class ConnectorControlIT {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void an_admin_may_have_a_portal_checked_and_a_viewer_may_not() throws Exception {
        HttpResponse<String> answer = demo.postAs("admin", "/api/v1/connectors/rtps/check");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"portal\":\"rtps\"", "\"good\":true", "\"layer\":\"slow\"");
        assertThat(demo.postAs("viewer", "/api/v1/connectors/rtps/check").statusCode())
                .isEqualTo(403);
        assertThat(demo.postAs("admin", "/api/v1/connectors/nobody/check").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_backfill_is_driven_and_shown_by_the_verb() throws Exception {
        String[] verb = {
            "backfill",
            "rtps",
            "--stream",
            "applications",
            "--hub",
            demo.url(""),
            "--data",
            demo.data().toString(),
            "--from",
            "2026-10-01",
            "--to",
            "2026-10-02"
        };

        assertThat(HubCommand.run(verb)).isZero();

        JsonNode newest = demo.json("/api/v1/backfills").get("data").get(0);
        assertThat(newest.get("state").asText()).isEqualTo("finished");
        assertThat(newest.get("stored").asLong()).isEqualTo(newest.get("pages").asLong());
        verb[11] = "2026-99-01";
        assertThat(HubCommand.run(verb)).isEqualTo(1);
    }
}
