package in.sangam.core.kpi;

/** Numerator or denominator of a KPI: one measure, taken over a period for a place and all places below it. */
public record Term(Aggregate aggregate, String measure) {

    /** How a measure's amounts become one number. */
    public enum Aggregate {
        /** Of a flow: the sum over the days from the period's first to its end. */
        SUM,
        /** Of a stock: the sum over all days up to the period's end. */
        AS_OF
    }
}
