package in.sangam.core.measure;

import java.util.Locale;

/**
 * A measure of the feeds themselves, which the hub counts of its own accounts and outages and not of records. Its subject is
 * the portal, with all its streams together.
 */
public enum FeedMeasure {
    /** Rows received. */
    RECEIVED,
    /** Rows of these that went to quarantine. */
    REJECTED,
    /** Days on which a stream was read, of each stream. */
    DAYS,
    /** Days of these that brought rows. */
    DAYS_REPORTED,
    /** Seconds in which a stream was read that promises how fresh it is. */
    SECONDS,
    /** Seconds of these in which it was older than promised. */
    SECONDS_LATE;

    private static final String PREFIX = "feed.";

    /** Returns the name in formulas, e.g. {@code feed.days-reported}. */
    public String code() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether a measure is one of the feeds; no other name begins so. */
    public static boolean isNamed(String measure) {
        return measure.startsWith(PREFIX);
    }
}
