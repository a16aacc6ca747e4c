package in.sangam.core.kpi;

import org.jspecify.annotations.Nullable;

/** Scoring as data: what mark a value earns. */
public sealed interface Marks permits LinearMarks, BandMarks {

    /** Returns the exact mark of a value. */
    Fraction of(Fraction value);

    /** Returns a value that earns at least a mark, the first on the way from worse to better; null when none does. */
    @Nullable
    Fraction reaching(Fraction mark);

    /** Returns the highest mark that can be earned. */
    Fraction max();
}
