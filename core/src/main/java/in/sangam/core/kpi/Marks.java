package in.sangam.core.kpi;

/** Scoring as data: what mark a value earns. */
public sealed interface Marks permits LinearMarks, BandMarks {

    /** Returns the exact mark of a value. */
    Fraction of(Fraction value);

    /** Returns the highest mark that can be earned. */
    Fraction max();
}
