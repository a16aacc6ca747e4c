package in.sangam.sandbox.portal.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.portal.Posted;
import in.sangam.sandbox.portal.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** What the dashboard asks of a weekly report; one that breaks a rule is refused with 422 and the rule's code. */
final class WeeklyReportRules {

    private WeeklyReportRules() {}

    static void check(JsonNode body) {
        for (String field : new String[] {"report", "place", "role", "recipientPlace"}) {
            Posted.text(body, field);
        }
        try {
            LocalDate.parse(body.path("weekEnd").asText());
        } catch (DateTimeException e) {
            throw new Refusal(422, "week_end", "weekEnd must be a day such as 2026-10-25");
        }
        if (!body.path("counts").isArray() || !body.path("cases").isArray()) {
            throw new Refusal(422, "content", "counts and cases must be lists");
        }
    }
}
