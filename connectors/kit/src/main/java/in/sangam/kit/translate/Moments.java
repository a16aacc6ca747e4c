package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.page.Rejection.Reason;
import in.sangam.core.record.CanonicalRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that portals write: ISO dates and date-times with offset, {@code {"$date": …}} and {@code ISODate("…")} of
 * a MongoDB export, or a declared pattern (taken as Asia/Kolkata). Anything else is a rejection: a guessed date moves a due date.
 */
final class Moments {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int DATE = "2026-10-31".length();
    private static final Map<String, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();

    private Moments() {}

    /** Returns an ISO date-time with offset, or an ISO date where the source has no time; null when nothing was reported. */
    static @Nullable String moment(String field, JsonNode value, @Nullable String pattern) {
        if (value.isObject() && value.has("$date")) {
            return dollarDate(field, value.get("$date"));
        }
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            throw invalid(field, pattern);
        }
        String text = value.textValue().strip();
        return text.isEmpty() ? null : pattern == null ? iso(field, unwrapped(text)) : byPattern(field, text, pattern);
    }

    /** Returns the day in Asia/Kolkata. */
    static @Nullable String day(String field, JsonNode value, @Nullable String pattern) {
        String moment = moment(field, value, pattern);
        return moment == null || moment.length() == DATE
                ? moment
                : CanonicalRecord.dayOf(moment).toString();
    }

    private static @Nullable String dollarDate(String field, JsonNode date) {
        boolean wrapped = date.has("$numberLong");
        JsonNode millis = wrapped ? date.path("$numberLong") : date;
        if (wrapped || millis.canConvertToExactIntegral()) {
            try {
                Instant instant = Instant.ofEpochMilli(Long.parseLong(millis.asText()));
                return checked(field, instant.atZone(INDIA).toOffsetDateTime()).toString();
            } catch (NumberFormatException e) {
                throw invalid(field, null);
            }
        }
        return moment(field, date, null);
    }

    private static String iso(String field, String text) {
        try {
            String moment = text.length() == DATE ? text : withColonInOffset(text);
            // Read by the record's own reader: it knows the usual form, where the JDK's formatter costs as much as the
            // rest.
            checkedYear(field, CanonicalRecord.dayOf(moment).getYear());
            return moment;
        } catch (DateTimeException e) {
            throw invalid(field, null);
        }
    }

    private static String byPattern(String field, String text, String pattern) {
        DateTimeFormatter formatter = PATTERNS.computeIfAbsent(pattern, DatePattern::formatter);
        try {
            TemporalAccessor read = DatePattern.read(formatter, text);
            if (read instanceof LocalDate day) {
                checked(field, day.atStartOfDay(INDIA).toOffsetDateTime());
                return day.toString();
            }
            OffsetDateTime moment = read instanceof OffsetDateTime offset
                    ? offset
                    : LocalDateTime.from(read).atZone(INDIA).toOffsetDateTime();
            return checked(field, moment).toString();
        } catch (DateTimeException e) {
            throw invalid(field, pattern);
        }
    }

    /** {@code ISODate("2023-01-01T00:00:19.977Z")} as the MongoDB shell prints it. */
    private static String unwrapped(String text) {
        return text.startsWith("ISODate(\"") && text.endsWith("\")")
                ? text.substring("ISODate(\"".length(), text.length() - 2)
                : text;
    }

    /** ISO 8601 also allows {@code +0530}; Java's parser wants {@code +05:30}. */
    private static String withColonInOffset(String text) {
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        boolean basic = sign > DATE && text.length() - sign == 5;
        return basic ? text.substring(0, sign + 3) + ':' + text.substring(sign + 3) : text;
    }

    private static OffsetDateTime checked(String field, OffsetDateTime moment) {
        checkedYear(field, moment.getYear());
        return moment;
    }

    private static void checkedYear(String field, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw invalid(field, null);
        }
    }

    /** Quotes nothing: where a date was expected, a name may stand. */
    private static RowRejected invalid(String field, @Nullable String pattern) {
        return new RowRejected(
                Reason.INVALID_VALUE,
                field,
                "'" + field + "' must be "
                        + (pattern == null
                                ? "an ISO date such as 2026-10-31 or a date-time with offset such as"
                                        + " 2026-10-31T10:00:00+05:30, of the years 1900–2199"
                                : "written as " + pattern));
    }
}
