package in.sangam.sandbox.portal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as the portals write them: Indian Standard Time with its offset and always six decimals. */
public final class IndianTime {

    /** India has kept one offset since 1945. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHoursMinutes(5, 30);

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private IndianTime() {}

    /** Returns the moment such as {@code 2026-10-01T10:00:00.000001+05:30}. */
    public static String text(OffsetDateTime moment) {
        return MICROSECONDS.format(moment.withOffsetSameInstant(OFFSET));
    }
}
