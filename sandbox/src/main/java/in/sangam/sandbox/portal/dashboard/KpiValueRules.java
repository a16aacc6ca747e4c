package in.sangam.sandbox.portal.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.portal.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/** What the dashboard asks of a KPI value; a value that breaks a rule is refused with 422 and the rule's code. */
final class KpiValueRules {

    private static final BigDecimal MOST_MARKS = BigDecimal.TEN;

    private KpiValueRules() {}

    static void check(JsonNode body) {
        text(body, "kpi");
        text(body, "place");
        try {
            YearMonth.parse(text(body, "period"));
        } catch (DateTimeException e) {
            throw new Refusal(422, "period", "period must be a month such as 2026-10");
        }
        try {
            OffsetDateTime.parse(text(body, "asOf"));
        } catch (DateTimeException e) {
            throw new Refusal(422, "as_of", "asOf must be a date-time with offset");
        }
        for (String field : new String[] {"numerator", "denominator", "value", "marks"}) {
            number(body, field);
        }
        if (body.path("marks").isNumber() && body.get("marks").decimalValue().compareTo(MOST_MARKS) > 0) {
            throw new Refusal(422, "marks", "marks must be between 0 and 10");
        }
    }

    private static String text(JsonNode body, String field) {
        String value = body.path(field).isTextual() ? body.get(field).textValue() : "";
        if (value.isBlank()) {
            throw new Refusal(422, "missing", field + " is missing");
        }
        return value;
    }

    /** A number may be null or absent: not applicable. */
    private static void number(JsonNode body, String field) {
        JsonNode value = body.path(field);
        boolean absent = value.isMissingNode() || value.isNull();
        if (!absent && (!value.isNumber() || value.decimalValue().signum() < 0)) {
            throw new Refusal(422, "number", field + " must be a number, zero or more, or null");
        }
    }
}
