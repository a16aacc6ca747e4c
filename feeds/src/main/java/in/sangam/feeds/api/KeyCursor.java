package in.sangam.feeds.api;

import in.sangam.core.record.RecordKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a list of records goes on, as one opaque word that needs no escaping in an address. */
public final class KeyCursor {

    private KeyCursor() {}

    /** Writes the key of the last record shown. */
    public static String write(RecordKey key) {
        String text = key.portal() + '\n' + key.stream() + '\n' + key.sourceId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads it back; null for the beginning. */
    public static @Nullable RecordKey read(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 3);
            return new RecordKey(parts[0], parts[1], parts[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw ParameterProblem.invalid(
                    "after", "'" + cursor + "' is no cursor.", List.of("the address under next of the page before"));
        }
    }
}
