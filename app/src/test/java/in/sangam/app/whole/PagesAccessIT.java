package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesAccessIT {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void liveness_is_open_and_says_nothing_more() throws Exception {
        HttpResponse<String> answer = demo.get(null, "/observe/health/liveness");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/kpis",
                "/observe/health",
                "/observe/metrics",
                "/jolokia/version",
                "/hawtio/jolokia/version"
            })
    void a_program_without_a_login_gets_a_problem(String path) throws Exception {
        HttpResponse<String> answer = demo.get(null, path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/quarantine",
                "/unreadable",
                "/publications",
                "/corrections",
                "/hawtio/",
                "/hawtio/index.html",
                "/hawtio/plugin",
                "/hub-plugin/remoteEntry.js"
            })
    void a_person_without_a_login_is_led_to_the_login_page(String path) throws Exception {
        HttpResponse<String> answer = demo.get(null, path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.url("/api/v1/kpis")))
                .header("Authorization", "Basic YWRtaW46YWRtaW4=")
                .build();

        assertThat(demo.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void a_post_without_the_csrf_token_is_refused() throws Exception {
        HttpRequest request = demo.request("admin", "/hawtio/jolokia")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"type\":\"version\"}"))
                .build();

        assertThat(demo.send(request).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, /publications, 403",
        "district, /publications, 403",
        "nodal, /publications, 403",
        "approver, /publications, 400",
        "viewer, /corrections, 403",
        "district, /corrections, 400",
        "nodal, /corrections, 400",
        "district, /corrections/0/decision, 403",
        "district, /corrections/0/second-signature, 403",
        "nodal, /corrections/0/decision, 404",
        "admin, /corrections/0/second-signature, 404"
    })
    void a_form_is_taken_from_those_who_may_send_it(String login, String path, int status) throws Exception {
        HttpRequest forged = demo.request(login, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(""))
                .build();

        assertThat(demo.form(login, path, "").statusCode()).isEqualTo(status);
        assertThat(demo.send(forged).statusCode()).isEqualTo(403);
    }

    @Test
    void pages_may_run_no_script_but_ours_and_be_framed_by_nobody() throws Exception {
        HttpResponse<String> answer = demo.get("viewer", "/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void metrics_are_in_the_words_of_prometheus() throws Exception {
        HttpResponse<String> answer = demo.get("viewer", "/observe/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void whoever_pushes_without_a_signature_learns_nothing_of_what_is_there() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.url("/push/rtps/applications")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> answer = demo.send(request);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
