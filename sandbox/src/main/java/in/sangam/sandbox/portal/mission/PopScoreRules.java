package in.sangam.sandbox.portal.mission;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.portal.Posted;
import in.sangam.sandbox.portal.Refusal;

/** What the mission asks of the POP score of a post; one that breaks a rule is refused with 422 and the rule's code. */
final class PopScoreRules {

    private PopScoreRules() {}

    static void check(JsonNode body) {
        if (!Posted.text(body, "indicator").equals("POP-SCORE")) {
            throw new Refusal(422, "unknown_indicator", "Only the indicator POP-SCORE is returned here");
        }
        Posted.text(body, "post");
        Posted.month(body, "month");
        Posted.moment(body, "as_of", "as_of");
        for (String field : new String[] {"scored", "possible"}) {
            if (!body.path(field).isNumber()) {
                throw new Refusal(422, "number", field + " must be a number");
            }
            Posted.number(body, field);
        }
        Posted.number(body, "share");
    }
}
