package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Cursor;
import in.sangam.kit.Cursor.Form;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the cursor of a stream. */
final class CursorReader {

    private CursorReader() {}

    static @Nullable Cursor read(JsonNode cursor, String at, Problems problems) {
        if (!cursor.isObject()) {
            return null;
        }
        String from = cursor.path("from").asText();
        Form form = cursor.has("form")
                ? Form.valueOf(cursor.get("form").asText().toUpperCase(Locale.ROOT))
                : from.matches("[0-9]+") ? Form.NUMBER : Form.MOMENT;
        String start = Cursor.written(from, form);
        if (start == null) {
            problems.at(
                    at + "/from",
                    "'" + from + "' is no " + form.name().toLowerCase(Locale.ROOT),
                    "Write a whole number, a day such as 2024-04-01, or a date-time with offset");
        }
        Long lookback = lookback(cursor.path("lookback").asText("0"), form);
        if (lookback == null) {
            problems.at(
                    at + "/lookback",
                    "'" + cursor.path("lookback").asText() + "' does not suit the cursor",
                    switch (form) {
                        case NUMBER -> "Write a whole number, e.g. 1000";
                        case DAY -> "Write whole days, e.g. 7d";
                        case MOMENT -> "Write a duration, e.g. 2h";
                    });
        }
        return start == null || lookback == null
                ? null
                : new Cursor(cursor.path("field").asText(), form, start, lookback);
    }

    private static @Nullable Long lookback(String text, Form form) {
        try {
            if (text.equals("0") || form == Form.NUMBER) {
                return Long.parseLong(text);
            }
            Duration duration = Durations.of(text);
            if (form == Form.MOMENT) {
                return duration.toSeconds();
            }
            return duration.equals(Duration.ofDays(duration.toDays())) ? duration.toDays() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
