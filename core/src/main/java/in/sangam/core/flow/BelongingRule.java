package in.sangam.core.flow;

import in.sangam.core.measure.RecordCondition;
import in.sangam.core.record.CanonicalRecord;
import java.util.List;

/**
 * One line of the rules that decide where a record belongs.
 *
 * @param any the rule fits when any of these holds
 * @param belongs {@link #HERE}, or the word for where such a record belongs instead
 * @param because the act, section or order that says so
 */
public record BelongingRule(List<RecordCondition> any, String belongs, String because) {

    /** The record belongs to the flow's sinks. */
    public static final String HERE = "here";

    boolean fits(CanonicalRecord record) {
        return any.stream().anyMatch(condition -> condition.holds(record));
    }

    boolean here() {
        return belongs.equals(HERE);
    }
}
