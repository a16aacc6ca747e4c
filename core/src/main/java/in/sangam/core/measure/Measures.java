package in.sangam.core.measure;

import in.sangam.core.record.CanonicalRecord;
import java.util.List;

/** Every measure that is declared, as one pure function; the only evaluator, for live pages and for a recount alike. */
@FunctionalInterface
public interface Measures {

    /** Returns what a record contributes, none when no measure touches it. Depends on nothing but the record. */
    List<Contribution> of(CanonicalRecord record);
}
