package in.sangam.core.measure;

import in.sangam.core.record.CanonicalRecord;
import java.util.List;
import java.util.Set;

/** The measures that are declared in {@code kpis/measures.yaml}, compiled and indexed by record type. Immutable, and safe for many threads. */
public final class DeclaredMeasures implements Measures {

    DeclaredMeasures() {}

    @Override
    public List<Contribution> of(CanonicalRecord record) {
        throw new UnsupportedOperationException("Being written: " + record);
    }

    /** Returns the codes of all measures. */
    public Set<String> codes() {
        throw new UnsupportedOperationException("Being written");
    }

    /** Returns whether a measure is a stock (its value is the sum to the end of a day) or a flow (a sum over days). */
    public boolean isStock(String measure) {
        throw new UnsupportedOperationException("Being written: " + measure);
    }
}
