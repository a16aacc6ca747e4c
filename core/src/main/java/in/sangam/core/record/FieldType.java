package in.sangam.core.record;

/** How the text of a canonical field reads. All values are kept as text, so that what was stored is what is subtracted. */
public enum FieldType {
    /** A code or short key. */
    CODE,
    /** A short human text that holds nothing personal. */
    TEXT,
    /** ISO date {@code 2026-10-31}, a day in Asia/Kolkata. */
    DAY,
    /** ISO date-time with offset, or an ISO date where the source knows no time. */
    MOMENT,
    /** Days on which something rests: {@code 2026-10-05/2026-10-12 2026-11-01/}, see {@link Pauses}. */
    PAUSES,
    /** Decimal number with a point. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG
}
