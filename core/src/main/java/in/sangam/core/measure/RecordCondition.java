package in.sangam.core.measure;

import in.sangam.core.config.YamlNode;
import in.sangam.core.record.CanonicalRecord;

/** A condition on a record, written as those of measures are; for whoever else chooses records by what they say. */
public final class RecordCondition {

    private final Condition condition;

    private RecordCondition(Condition condition) {
        this.condition = condition;
    }

    /** Reads a condition; what cannot be read is an error of the value. */
    public static RecordCondition read(YamlNode at) {
        return new RecordCondition(new ConditionParser(at).condition());
    }

    /** Returns whether it holds; a comparison with a field that was not reported does not. */
    public boolean holds(CanonicalRecord record) {
        return condition.holds(new Reported(record));
    }
}
