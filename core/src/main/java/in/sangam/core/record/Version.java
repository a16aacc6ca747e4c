package in.sangam.core.record;

import java.time.DateTimeException;

/**
 * A version that grows at the source, in the portal's own words and as a number that orders.
 *
 * <p>A whole number orders as itself; a date-time as microseconds since 1970 (UTC), a date as its midnight in
 * Asia/Kolkata. One stream uses one form throughout.
 *
 * @param text the version as the portal writes it
 * @param order larger is newer
 */
public record Version(String text, long order) implements Comparable<Version> {

    /** Reads a version; throws {@link IllegalArgumentException} that quotes the text when it has none of the forms. */
    public static Version of(String text) {
        String plain = text.strip();
        if (!plain.isEmpty() && plain.chars().allMatch(c -> c >= '0' && c <= '9') && plain.length() <= 18) {
            return new Version(text, Long.parseLong(plain));
        }
        try {
            return new Version(text, IsoMoment.micros(withColonInOffset(plain)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A version must be a whole number, an ISO date-time with offset or an ISO date, not '" + text + "'",
                    e);
        }
    }

    /** ISO 8601 also allows {@code +0530}; Java's parser wants {@code +05:30}. */
    private static String withColonInOffset(String text) {
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        boolean basic = sign > 10 && text.length() - sign == 5;
        return basic ? text.substring(0, sign + 3) + ':' + text.substring(sign + 3) : text;
    }

    @Override
    public int compareTo(Version other) {
        return Long.compare(order, other.order);
    }
}
