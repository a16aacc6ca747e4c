package in.sangam.core.rule;

import in.sangam.core.record.CanonicalRecord;
import java.util.Optional;

/** The time limits that law sets, by type, service, mode, stage and level of place, each for the days on which it is in force. Immutable. */
public final class TimeLimits {

    TimeLimits() {}

    /** Returns when a record is due; empty when no limit is set for it or its clock has not started. */
    public Optional<Due> due(CanonicalRecord record) {
        throw new UnsupportedOperationException("Being written: " + record);
    }
}
