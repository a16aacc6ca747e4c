package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The way of a published number over the pages, step by step: published, found wrong, corrected by two, published again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishedPagesTest {

    private static final TestHub HUB = new TestHub();

    @BeforeAll
    static void a_month_that_is_over() {
        HUB.store(
                permit("P/1", "101", "2026-09-01", "2026-09-05"),
                permit("P/2", "101", "2026-09-01", "2026-09-25"),
                permit("P/3", "102", "2026-09-01", "2026-09-05"));
    }

    @AfterAll
    static void close() {
        HUB.close();
    }

    private static String page(String path, String login) {
        HttpResponse<String> answer = HUB.get(path, TestLogin.HEADER, login);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String to(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    @Order(1)
    void only_an_admin_finds_the_form_that_publishes() {
        for (String login : List.of("viewer", "district", "nodal")) {
            assertThat(page("/publications", login))
                    .contains("No month has been published yet")
                    .doesNotContain("<form method=\"post\"");
        }
        for (String login : List.of("admin", "approver")) {
            assertThat(page("/publications?lang=hi", login))
                    .contains("action=\"/publications\"", "name=\"_csrf\"", "सितंबर 2026");
        }
    }

    @Test
    @Order(2)
    void a_month_that_cannot_be_published_is_told_beside_its_field_in_both_languages() {
        HttpResponse<String> early = HUB.form("/publications", "admin", "period", "2026-10", "reason", "too <early>");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body())
                .contains("id=\"problem-period\"", "aria-describedby=\"problem-period\"", "not over yet")
                .contains("value=\"too &lt;early>\"");

        HttpResponse<String> unsaid = HUB.form("/publications?lang=hi", "admin", "period", "2026-09", "reason", " ");
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(unsaid.body()).contains("id=\"problem-reason\"", "बताएँ कि माह क्यों");

        assertThat(HUB.form("/publications", "admin", "period", "Sept", "reason", "x")
                        .body())
                .contains("Choose a month that is over");
        assertThat(HUB.json("/api/v1/publications").path("data")).isEmpty();
    }

    @Test
    @Order(3)
    void a_published_month_says_who_when_and_why() {
        String at = to(HUB.form("/publications", "admin", "period", "2026-09", "reason", "monthly"));

        assertThat(page(at, "viewer"))
                .contains("September 2026, version 1", "<dd>admin</dd>", "<dd>monthly</dd>", "Nothing has moved since")
                .contains("Aamgaon")
                .doesNotContain("<form method=\"post\"");
        assertThat(page("/publications", "viewer")).contains("/publications/2026-09?version=1", "monthly");
    }

    @Test
    @Order(4)
    void a_district_asks_for_a_correction_and_what_is_wrong_with_the_wish_is_told_beside_the_field() {
        assertThat(page("/explain?kpi=permits-in-time&place=101&period=2026-09", "viewer"))
                .doesNotContain("/corrections?");
        assertThat(page("/explain?kpi=permits-in-time&place=101&period=2026-09", "district"))
                .contains("/corrections?period=2026-09&amp;kpi=permits-in-time&amp;place=101#ask");
        assertThat(page("/corrections", "viewer")).doesNotContain("<form method=\"post\"");
        assertThat(page("/corrections?period=2026-09&kpi=permits-in-time&place=101", "district"))
                .contains("value=\"permits-in-time\" selected", "autocomplete=\"off\" value=\"101\"", "name=\"_csrf\"");

        assertThat(wrong("district", "kpi", "", "problem-kpi")).contains("Choose the KPI");
        assertThat(wrong("district", "place", "Aamgaon", "problem-place")).contains("LGD code of a place");
        assertThat(wrong("district", "period", "2027-01", "problem-period")).contains("not later than");
        assertThat(wrong("district", "claimed", "two", "problem-claimed")).contains("value=\"two\"");
        assertThat(wrong("district", "evidence", " ", "problem-evidence")).contains("where the proof is");
        assertThat(HUB.form(
                                "/corrections?lang=hi",
                                "district",
                                "kpi",
                                "permits-open",
                                "period",
                                "2026-09",
                                "place",
                                "101",
                                "part",
                                "denominator",
                                "claimed",
                                "1",
                                "evidence",
                                "x")
                        .body())
                .contains("id=\"problem-part\"", "केवल एक गिनती है");
        assertThat(HUB.json("/api/v1/corrections").path("data")).isEmpty();

        assertThat(to(ask("district", "", ""))).isEqualTo("/corrections/1");
        assertThat(page("/corrections/1", "district"))
                .contains("Correction 1", "Register page 12", "Permit officer", "7 Nov 2026")
                .doesNotContain("<form method=\"post\"");
        assertThat(page("/corrections?lang=hi", "viewer")).contains("सुधार 1", "खुला");
    }

    private static String wrong(String login, String field, String value, String problem) {
        HttpResponse<String> answer = ask(login, field, value);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"" + problem + "\"", "aria-describedby=\"" + problem + "\"");
        return answer.body();
    }

    private static HttpResponse<String> ask(String login, String field, String value) {
        String[] fields = {
            "period",
            "2026-09",
            "kpi",
            "permits-in-time",
            "place",
            "101",
            "part",
            "numerator",
            "claimed",
            "2",
            "evidence",
            "Register page 12: P/2 was decided on 5 September"
        };
        for (int i = 0; i < fields.length; i += 2) {
            fields[i + 1] = fields[i].equals(field) ? value : fields[i + 1];
        }
        return HUB.form("/corrections", login, fields);
    }

    @Test
    @Order(5)
    void the_nodal_officer_signs_an_adjustment_and_another_person_signs_it_too() {
        assertThat(page("/corrections/1", "viewer")).doesNotContain("<form method=\"post\"");
        assertThat(page("/corrections/1", "nodal"))
                .contains(
                        "action=\"/corrections/1/decision\"",
                        "name=\"amount\" inputmode=\"decimal\" size=\"12\" value=\"1\"");
        HttpResponse<String> unsaid =
                HUB.form("/corrections/1/decision", "nodal", "outcome", "adjustment", "amount", "1", "reason", "");
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(unsaid.body()).contains("id=\"problem-reason\"", "value=\"adjustment\" checked");

        to(HUB.form(
                "/corrections/1/decision",
                "nodal",
                "outcome",
                "adjustment",
                "amount",
                "1",
                "reason",
                "The register says so"));
        assertThat(page("/corrections/1", "nodal"))
                .contains("waits for the second signature", "Another person must sign")
                .doesNotContain("second-signature\"");
        HttpResponse<String> alone = HUB.form("/corrections/1/second-signature?lang=hi", "nodal");
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.body()).contains("role=\"alert\"", "संभव नहीं");

        assertThat(page("/corrections/1", "admin")).contains("action=\"/corrections/1/second-signature\"");
        to(HUB.form("/corrections/1/second-signature", "admin"));
        assertThat(page("/corrections/1", "viewer")).contains("adjusted", "<dd>admin</dd>", "<dd>+1</dd>");
    }

    @Test
    @Order(6)
    void who_asked_is_not_offered_to_sign_and_may_leave_it_to_the_source() {
        to(ask("nodal", "", ""));

        assertThat(page("/corrections/2", "nodal"))
                .contains("You have asked for this correction")
                .doesNotContain("value=\"adjustment\"");
        assertThat(HUB.form("/corrections/2/decision", "nodal", "outcome", "adjustment", "amount", "1", "reason", "x")
                        .statusCode())
                .isEqualTo(409);
        to(HUB.form("/corrections/2/decision", "admin", "outcome", "source", "reason", "The portal puts it right"));
        assertThat(page("/corrections/2?lang=hi", "viewer"))
                .contains("स्रोत पर सुधारा गया", "The portal puts it right");
    }

    @Test
    @Order(7)
    void a_further_version_is_offered_with_what_it_moves_and_the_first_stays() {
        assertThat(page("/publications/2026-09", "viewer"))
                .contains("What a further version would move", "1 → 2")
                .doesNotContain("<form method=\"post\"");
        assertThat(page("/publications/2026-09", "approver")).contains("action=\"/publications\"");

        to(HUB.form("/publications", "approver", "period", "2026-09", "reason", "correction 1"));

        assertThat(page("/publications/2026-09?lang=hi", "viewer"))
                .contains("संस्करण 2", "संस्करण 1 के बाद क्या बदला", "1 → 2", "correction 1");
        assertThat(page("/publications/2026-09?version=1", "viewer"))
                .contains("version 1", "The newest version")
                .doesNotContain("1 → 2");
        assertThat(HUB.form("/publications", "admin", "period", "2026-09", "reason", "again")
                        .body())
                .contains("Nothing has moved since the newest version");
        assertThat(HUB.get("/publications/2026-08").statusCode()).isEqualTo(404);
    }
}
