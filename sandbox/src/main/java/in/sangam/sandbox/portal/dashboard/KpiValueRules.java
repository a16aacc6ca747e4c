package in.sangam.sandbox.portal.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.portal.Posted;
import in.sangam.sandbox.portal.Refusal;
import java.math.BigDecimal;

/** What the dashboard asks of a KPI value; a value that breaks a rule is refused with 422 and the rule's code. */
final class KpiValueRules {

    private static final BigDecimal MOST_MARKS = BigDecimal.TEN;

    private KpiValueRules() {}

    static void check(JsonNode body) {
        Posted.text(body, "kpi");
        Posted.text(body, "place");
        Posted.month(body, "period");
        Posted.moment(body, "asOf", "as_of");
        for (String field : new String[] {"numerator", "denominator", "value", "marks"}) {
            Posted.number(body, field);
        }
        if (body.path("marks").isNumber() && body.get("marks").decimalValue().compareTo(MOST_MARKS) > 0) {
            throw new Refusal(422, "marks", "marks must be between 0 and 10");
        }
    }
}
