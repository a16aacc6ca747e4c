package in.sangam.core.measure;

import java.util.Map;
import java.util.Set;

/**
 * How the amounts of measures are to be read.
 *
 * @param readings measures of reported numbers; beside each, {@link #reports} counts the reports
 * @param last those of them of which the latest number counts, not the sum
 * @param parted measures whose amounts are also counted thing by thing
 * @param stocks measures whose value is the sum to the end of a day
 * @param kin by measure, all that some record type also touches: when one of them was ever contributed to, records of the
 *     type have come, and nothing in the others is a true zero
 */
public record MeasureShapes(
        Set<String> readings, Set<String> last, Set<String> parted, Set<String> stocks, Map<String, Set<String>> kin) {

    /** Measures of which nothing is known but their amounts. */
    public static final MeasureShapes PLAIN = new MeasureShapes(Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

    private static final String REPORTS = "#";

    /** Returns the measure that counts the reports of a measure of reported numbers. */
    public static String reports(String measure) {
        return measure + REPORTS;
    }
}
