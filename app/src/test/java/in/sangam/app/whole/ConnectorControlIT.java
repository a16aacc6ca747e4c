package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

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
}
