package in.sangam.kit.translate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a portal writes its dates, such as {@code dd/MM/yyyy HH:mm:ss}; the day must be in it, with a year of four digits. */
public final class DatePattern {

    private static final OffsetDateTime SOME_DAY = OffsetDateTime.of(2026, 10, 31, 14, 5, 9, 0, ZoneOffset.ofHours(5));

    private DatePattern() {}

    /** Returns what is wrong with a pattern and how to write it; null when a day can be read by it. */
    public static @Nullable String remedyFor(String pattern) {
        if (readsDays(pattern)) {
            return null;
        }
        String meant = meant(pattern);
        return (readsDays(meant) ? "Did you mean '" + meant + "'? " : "")
                + "Write dd for the day, MM for the month, yyyy for the year (four digits), HH:mm:ss for the time";
    }

    /** Capitals tell months from minutes, days of the month from those of the year. */
    private static String meant(String pattern) {
        int time = pattern.toUpperCase(Locale.ROOT).indexOf("HH");
        String day = time < 0 ? pattern : pattern.substring(0, time);
        String rest =
                time < 0 ? "" : pattern.substring(time).toLowerCase(Locale.ROOT).replace("hh", "HH");
        String read = day.replace('D', 'd').replace('m', 'M').replace('Y', 'y');
        return (read.contains("yyyy") ? read : read.replace("yy", "yyyy")) + rest;
    }

    private static boolean readsDays(String pattern) {
        try {
            DateTimeFormatter formatter = formatter(pattern);
            return dayOf(read(formatter, formatter.format(SOME_DAY))).equals(SOME_DAY.toLocalDate());
        } catch (DateTimeException | IllegalArgumentException noPattern) {
            return false;
        }
    }

    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Reads a text as the most that its pattern tells: a moment, a time of a day, a day. */
    static TemporalAccessor read(DateTimeFormatter formatter, String text) {
        return formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private static LocalDate dayOf(TemporalAccessor read) {
        return LocalDate.from(read);
    }
}
