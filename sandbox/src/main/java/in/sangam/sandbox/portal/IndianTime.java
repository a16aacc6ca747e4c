package in.sangam.sandbox.portal;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Moments as the portals write them, Indian Standard Time with always six decimals, and as their clients may. */
public final class IndianTime {

    /** India has kept one offset since 1945. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHoursMinutes(5, 30);

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    // 2026-10-31T18:00:00.5+05:30, …+0530, …Z, without an offset, or the day alone.
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, OFFSET.getTotalSeconds())
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private IndianTime() {}

    /**
     * Reads a moment as clients write it; without an offset it is Indian time, without a time the beginning of the day.
     *
     * @throws DateTimeException when it is none of these
     */
    public static OffsetDateTime moment(String text) {
        return OffsetDateTime.from(LENIENT.parse(text));
    }

    /** Returns the moment such as {@code 2026-10-01T10:00:00.000001+05:30}. */
    public static String text(OffsetDateTime moment) {
        return MICROSECONDS.format(moment.withOffsetSameInstant(OFFSET));
    }
}
