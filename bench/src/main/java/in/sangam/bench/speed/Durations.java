package in.sangam.bench.speed;

import java.util.Arrays;
import java.util.Locale;

/** How long many of the same thing took, in milliseconds. Safe for many threads. */
final class Durations {

    private double[] millis = new double[1_024];
    private int count;

    /** Adds one and returns this. */
    synchronized Durations with(long nanos) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = nanos / 1e6;
        return this;
    }

    synchronized int count() {
        return count;
    }

    /** Returns the smallest time that a share of all did not exceed; NaN when there are none. */
    synchronized double at(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "median %,.0f ms, 90th %,.0f, 99th %,.0f, longest %,.0f (%,d)",
                at(0.5),
                at(0.9),
                at(0.99),
                at(1),
                count());
    }
}
