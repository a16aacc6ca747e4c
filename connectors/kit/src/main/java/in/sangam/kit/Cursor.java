package in.sangam.kit;

import in.sangam.core.record.IsoMoment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream has been read: the highest value of a field that grows with every change at the portal. Each poll looks
 * back a little, because the order of numbers and times is not the order of commits.
 *
 * @param field path of the field in a row
 * @param from where the first poll starts, in the cursor's form
 * @param lookback what is subtracted from the saved cursor: a count for NUMBER, whole days for DAY, seconds for MOMENT
 */
public record Cursor(String field, Form form, String from, long lookback) {

    /** Asia/Kolkata: the zone in which cursors are written and days begin. */
    static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final long AHEAD_DAYS = 1;
    private static final int DAY_LENGTH = 10;
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    /** How the text of a cursor reads and orders. */
    public enum Form {
        NUMBER,
        DAY,
        MOMENT
    }

    /** Returns a text in the writing of a form, null when it has not the form. */
    public static @Nullable String written(String text, Form form) {
        return new Cursor("", form, "", 0).read(text, FAR);
    }

    /** Returns the cursor that a poll asks from: the saved one less the lookback, never before {@code from}. */
    public String start(@Nullable String saved) {
        if (saved == null) {
            return from;
        }
        String back =
                switch (form) {
                    case NUMBER -> Long.toString(Long.parseLong(saved) - lookback);
                    case DAY -> LocalDate.parse(saved).minusDays(lookback).toString();
                    case MOMENT -> text(instant(saved).minusSeconds(lookback));
                };
        return compare(back, from) < 0 ? from : back;
    }

    /** Compares two cursors of this form. */
    public int compare(String one, String other) {
        return Long.compare(order(one), order(other));
    }

    /**
     * Returns the value of a row's cursor field in the cursor's own writing; null when it has not the form or lies more
     * than a day after {@code now}, so that one odd row can never make the hub skip the others.
     */
    public @Nullable String read(String value, Instant now) {
        return highest(List.of(value), now);
    }

    /** Returns the highest of what {@link #read} accepts of some values; null when that is none. */
    public @Nullable String highest(List<String> values, Instant now) {
        long last = last(now);
        Long highest = null;
        String before = "";
        for (String value : values) {
            if (value.isEmpty() || value.equals(before)) {
                continue;
            }
            before = value;
            try {
                long order = order(value.strip());
                if (order <= last && (highest == null || order > highest)) {
                    highest = order;
                }
            } catch (DateTimeException | NumberFormatException notOfThisForm) {
                // Such a row has no say in where the next poll begins.
            }
        }
        return highest == null ? null : text(highest);
    }

    /** The place of a cursor among all of its form: the number, the day since 1970, the microsecond since 1970. */
    private long order(String cursor) {
        return switch (form) {
            case NUMBER -> Long.parseLong(cursor);
            case DAY -> LocalDate.parse(cursor).toEpochDay();
            case MOMENT -> micros(cursor);
        };
    }

    private long last(Instant now) {
        return switch (form) {
            case NUMBER -> Long.MAX_VALUE;
            case DAY -> LocalDate.ofInstant(now, INDIA).plusDays(AHEAD_DAYS).toEpochDay();
            case MOMENT ->
                TimeUnit.SECONDS.toMicros(now.plus(AHEAD_DAYS, ChronoUnit.DAYS).getEpochSecond());
        };
    }

    private String text(long order) {
        return switch (form) {
            case NUMBER -> Long.toString(order);
            case DAY -> LocalDate.ofEpochDay(order).toString();
            case MOMENT -> text(Instant.EPOCH.plus(order, ChronoUnit.MICROS));
        };
    }

    /** Returns the value that a database compares with: a Long, LocalDate or OffsetDateTime. */
    public Object bound(String cursor) {
        return switch (form) {
            case NUMBER -> Long.valueOf(cursor);
            case DAY -> LocalDate.parse(cursor);
            case MOMENT -> instant(cursor).atZone(INDIA).toOffsetDateTime();
        };
    }

    /** Returns the time between a cursor and now, null for a number: it tells no time. */
    public @Nullable Duration lag(String cursor, Instant now) {
        return switch (form) {
            case NUMBER -> null;
            case DAY ->
                Duration.between(LocalDate.parse(cursor).atStartOfDay(INDIA).toInstant(), now);
            case MOMENT -> Duration.between(instant(cursor), now);
        };
    }

    /** Returns how much of the way from one cursor to another a third has come, from 0 to 1. */
    public double share(String from, String to, String at) {
        double length = order(to) - (double) order(from);
        double come = order(at) - (double) order(from);
        return length <= 0 ? 1 : Math.min(1, Math.max(0, come / length));
    }

    /**
     * Returns the end of a window that a person gives: a cursor, or, of moments, a day, which then belongs to the window whole.
     * Null when it has not the form.
     */
    public @Nullable String end(String text) {
        String written = written(text, form);
        return written != null && form == Form.MOMENT && text.strip().length() == DAY_LENGTH
                ? text(instant(text.strip()).plus(1, ChronoUnit.DAYS))
                : written;
    }

    private static String text(Instant moment) {
        return MICROS.format(moment.atZone(INDIA));
    }

    private static Instant instant(String text) {
        return Instant.EPOCH.plus(micros(text), ChronoUnit.MICROS);
    }

    private static long micros(String text) {
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        boolean basicOffset = sign > DAY_LENGTH && text.length() - sign == 5;
        return IsoMoment.micros(basicOffset ? text.substring(0, sign + 3) + ':' + text.substring(sign + 3) : text);
    }
}
