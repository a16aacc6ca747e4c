package in.sangam.core.record;

import in.sangam.core.page.Rejection;

/** What became of one row: a canonical record, or a rejection. */
public sealed interface Assembled {

    /** The row is a record. */
    record Valid(CanonicalRecord record) implements Assembled {}

    /** The row goes to quarantine. */
    record Invalid(Rejection rejection) implements Assembled {}
}
