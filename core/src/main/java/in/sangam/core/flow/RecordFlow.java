package in.sangam.core.flow;

import in.sangam.core.measure.RecordCondition;
import in.sangam.core.record.CanonicalRecord;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a stream go on to which sinks, and what is said of them: a Content-Based Router, written as data.
 *
 * @param when which records the flow is about
 * @param once whether one message is all that is ever sent of a record; otherwise each message that differs from the last
 * @param rules where a record belongs; the first that fits decides, and where none does it belongs here
 * @param message member of the message → what of the record stands there
 * @param sinks as {@code portal.sink}
 */
public record RecordFlow(
        String portal,
        String stream,
        List<RecordCondition> when,
        boolean once,
        List<BelongingRule> rules,
        SortedMap<String, MessagePart> message,
        List<String> sinks) {

    /** Returns what is to become of a record; null when the flow is not about it, as about one that is deleted. */
    public @Nullable Decision of(CanonicalRecord record) {
        if (record.isDeleted() || !when.stream().allMatch(condition -> condition.holds(record))) {
            return null;
        }
        for (BelongingRule rule : rules) {
            if (rule.fits(record)) {
                return rule.here()
                        ? new Decision(rule.belongs(), rule.because(), messageOf(record))
                        : new Decision(rule.belongs(), rule.because(), Map.of());
            }
        }
        return new Decision(BelongingRule.HERE, null, messageOf(record));
    }

    /** Returns the flow with those of its sinks alone. */
    public RecordFlow to(List<String> some) {
        return new RecordFlow(portal, stream, when, once, rules, message, some);
    }

    private Map<String, String> messageOf(CanonicalRecord record) {
        SortedMap<String, String> said = new TreeMap<>();
        message.forEach((member, part) -> {
            String value = part.in(record);
            if (value != null) {
                said.put(member, value);
            }
        });
        return said;
    }

    /**
     * What is to become of a record.
     *
     * @param belongs {@link BelongingRule#HERE} when it is sent, else where it belongs instead
     * @param because the reason of the rule that decided; null when none did
     * @param message what is sent; empty when it is not
     */
    public record Decision(String belongs, @Nullable String because, Map<String, String> message) {

        /** Returns whether the record is sent. */
        public boolean isSent() {
            return belongs.equals(BelongingRule.HERE);
        }
    }
}
