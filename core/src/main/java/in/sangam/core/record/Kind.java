package in.sangam.core.record;

import static in.sangam.core.record.FieldType.CODE;
import static in.sangam.core.record.FieldType.DAY;
import static in.sangam.core.record.FieldType.FLAG;
import static in.sangam.core.record.FieldType.MOMENT;
import static in.sangam.core.record.FieldType.NUMBER;
import static in.sangam.core.record.FieldType.PAUSES;
import static in.sangam.core.record.FieldType.TEXT;

import java.util.Map;

/** The five kinds of canonical record (design §4) with the fields that each may carry; a field not named here is an error. */
public enum Kind {
    /** Anything that a citizen or employee files and an office must decide. */
    CASE(Map.ofEntries(
            Map.entry("service", CODE), // service or category code
            Map.entry("mode", CODE), // e.g. normal, tatkal
            Map.entry("stage", CODE),
            Map.entry("office", CODE),
            Map.entry("post", CODE), // the responsible post
            Map.entry("channel", CODE),
            Map.entry("parent", CODE), // the case that an appeal is against
            Map.entry("origin", CODE), // number of the case at another portal that this one was filed from: one matter
            Map.entry("registered", MOMENT),
            Map.entry("complete", MOMENT), // application complete: the statutory clock may start here
            Map.entry("disposed", MOMENT),
            Map.entry("paused", PAUSES), // an objection is open: the statutory clock stands
            Map.entry("due", DAY), // put by the clock, never by a mapping
            Map.entry("portalDue", DAY), // the portal's own due date, kept to be compared
            Map.entry("fulfilled", MOMENT), // when what was ordered was done, e.g. the encroachment removed
            Map.entry("department", CODE),
            Map.entry("closingHash", CODE), // keyed hash of the closing text: the same text has the same hash
            Map.entry("status", CODE),
            Map.entry("outcome", CODE))),
    /** Something that an officer did or should have done: a hearing, an inspection, a meeting. */
    ACTIVITY(Map.ofEntries(
            Map.entry("held", MOMENT),
            Map.entry("expected", DAY), // the last day on which it would have been in time
            Map.entry("post", CODE),
            Map.entry("office", CODE), // where, e.g. the centre inspected
            Map.entry("department", CODE),
            Map.entry("parent", CODE),
            Map.entry("attendance", CODE),
            Map.entry("outcome", CODE),
            Map.entry("service", CODE),
            Map.entry("status", CODE),
            Map.entry("value", NUMBER))), // e.g. points of a checklist that were met
    /** A number that a department reports. */
    READING(Map.ofEntries(
            Map.entry("element", CODE),
            Map.entry("day", DAY),
            Map.entry("value", NUMBER),
            Map.entry("cumulative", FLAG), // whether the value holds all before it
            Map.entry("post", CODE),
            Map.entry("office", CODE),
            Map.entry("department", CODE),
            Map.entry("service", CODE),
            Map.entry("nameEn", TEXT),
            Map.entry("nameHi", TEXT))),
    /** Who holds which post where, from when to when; the holder only as a pseudonym. */
    POSTING(Map.of("post", CODE, "cadre", CODE, "holder", CODE, "office", CODE, "from", MOMENT, "to", MOMENT)),
    /** What the portal itself counts for a day, for reconciliation. */
    CONTROL_TOTAL(Map.of("day", DAY, "service", CODE, "received", NUMBER, "disposed", NUMBER, "pending", NUMBER));

    private final Map<String, FieldType> fields;

    Kind(Map<String, FieldType> fields) {
        this.fields = fields;
    }

    /** Returns the fields of this kind by name. */
    public Map<String, FieldType> fields() {
        return fields;
    }
}
