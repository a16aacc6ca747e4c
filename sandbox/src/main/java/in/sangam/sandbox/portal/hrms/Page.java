package in.sangam.sandbox.portal.hrms;

import in.sangam.sandbox.portal.IndianTime;
import in.sangam.sandbox.portal.hrms.wsdl.ChangesRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for: at most {@code limit} rows after the place (moment, key). The key that continues a walk is
 * opaque to the client; inside it is the place of the last row.
 */
record Page(OffsetDateTime moment, String key, int limit) {

    private static final int MOST = 500;

    /**
     * Reads a request; a moment without offset is in Indian time.
     *
     * @throws IllegalArgumentException when its moment, key or limit cannot be understood
     */
    static Page of(ChangesRequest request) {
        int limit = request.getLimit() == null ? MOST : request.getLimit();
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is " + limit + "; write a whole number from 1 to " + MOST);
        }
        String afterKey = request.getAfterKey();
        return afterKey == null || afterKey.isEmpty()
                ? new Page(moment(request.getChangedSince()), "", limit)
                : after(afterKey, limit);
    }

    static String keyAfter(OffsetDateTime moment, String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((moment + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    private static Page after(String afterKey, int limit) {
        try {
            String[] place = new String(Base64.getUrlDecoder().decode(afterKey), StandardCharsets.UTF_8).split(" ", 2);
            return new Page(OffsetDateTime.parse(place[0]), place[1], limit);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("afterKey is not a key that this service gave; start again without", e);
        }
    }

    private static OffsetDateTime moment(@Nullable String text) {
        try {
            return IndianTime.moment(String.valueOf(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("changedSince is '" + text + "'; write an xs:dateTime", e);
        }
    }
}
