package in.sangam.core.rule;

import java.time.LocalDate;
import java.util.Map;

/**
 * The last day on which a disposal is in time.
 *
 * @param day in Asia/Kolkata
 * @param provisional true when the day lies beyond the years that the calendar covers, so that holidays are missing
 * @param rule id of the time limit that set it
 */
public record Due(LocalDate day, boolean provisional, String rule) {

    private static final String DAY = "due";
    private static final String RULE = "dueRule";
    private static final String PROVISIONAL = "dueProvisional";

    /** Puts it into the fields and attributes of a record. */
    public void put(Map<String, String> fields, Map<String, String> attributes) {
        fields.put(DAY, day.toString());
        attributes.put(RULE, rule);
        if (provisional) {
            attributes.put(PROVISIONAL, "true");
        }
    }

    /** Takes out what {@link #put} put in. */
    static void clear(Map<String, String> fields, Map<String, String> attributes) {
        fields.remove(DAY);
        attributes.remove(RULE);
        attributes.remove(PROVISIONAL);
    }
}
