package in.sangam.kit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One request to a portal, still free of any transport. A poll begins with {@link Stream#firstAsk} and goes on with the ask that
 * each answer gives, until there is none.
 *
 * @param cursor where the poll reads from, null for a stream that is always read whole
 * @param offset rows of this poll already read, for portals that page by offset
 * @param number answers of this poll already read, for portals that page by number
 * @param token what the portal or the last row gave to continue with: a URL, an opaque key or the last key; null at first
 * @param today day in Asia/Kolkata on which the poll runs
 */
public record Ask(@Nullable String cursor, long offset, int number, @Nullable String token, LocalDate today) {

    static Ask first(@Nullable String cursor, Instant now) {
        return new Ask(cursor, 0, 0, null, LocalDate.ofInstant(now, Cursor.INDIA));
    }

    /** The same poll, further on by a token. */
    public Ask onward(int rows, @Nullable String nextToken) {
        return new Ask(cursor, offset + rows, number + 1, nextToken, today);
    }

    /** The same poll, further on by the cursor and key of the last row. */
    public Ask onward(int rows, String lastCursor, String lastKey) {
        return new Ask(lastCursor, offset + rows, number + 1, lastKey, today);
    }
}
