package in.sangam.core.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * ISO dates and date-times with offset, read without the JDK's formatter where the text has the usual form: every record
 * brings several, and the formatter costs more than the rest of the record.
 */
public final class IsoMoment {

    private static final long SECONDS_PER_DAY = 86_400;
    private static final String INDIA_OFFSET = "+05:30";
    private static final int INDIA_SECONDS = (5 * 60 + 30) * 60; // in force since 1945

    private IsoMoment() {}

    /** Returns the day in Asia/Kolkata; throws {@link DateTimeException} for anything else than a date or date-time. */
    static LocalDate day(String text) {
        if (text.length() == 10) {
            return date(text);
        }
        if (text.endsWith(INDIA_OFFSET) && isUsual(text)) {
            return date(text);
        }
        return LocalDate.ofEpochDay(
                Math.floorDiv(Math.floorDiv(micros(text), 1_000_000) + INDIA_SECONDS, SECONDS_PER_DAY));
    }

    /** Returns microseconds since 1970 (UTC), for a date those of its midnight in Asia/Kolkata. */
    public static long micros(String text) {
        if (text.length() == 10) {
            return (date(text).toEpochDay() * SECONDS_PER_DAY - INDIA_SECONDS) * 1_000_000;
        }
        if (isUsual(text)) {
            long day = date(text).toEpochDay();
            int second = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
            return (day * SECONDS_PER_DAY + second - offset(text)) * 1_000_000 + fraction(text);
        }
        return micros(OffsetDateTime.parse(text).toInstant());
    }

    /** Not by {@code ChronoUnit.MICROS.between}, which counts in nanoseconds and overflows in the year 2262. */
    private static long micros(Instant moment) {
        try {
            return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
        } catch (ArithmeticException e) {
            throw new DateTimeException("A year beyond all reckoning", e);
        }
    }

    /** Whether the text reads {@code yyyy-MM-ddTHH:mm:ss[.f]} and {@code Z} or {@code ±HH:mm}, each number in its range. */
    private static boolean isUsual(String text) {
        int zone = zoneAt(text);
        return zone >= 19
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && within(number(text, 11, 13), 23)
                && within(number(text, 14, 16), 59)
                && within(number(text, 17, 19), 59)
                && (zone == 19 || isFraction(text, zone));
    }

    private static int zoneAt(String text) {
        int length = text.length();
        if (length < 20) {
            return -1;
        }
        if (text.charAt(length - 1) == 'Z') {
            return length - 1;
        }
        int sign = length - 6;
        boolean offset = sign >= 19
                && (text.charAt(sign) == '+' || text.charAt(sign) == '-')
                && text.charAt(sign + 3) == ':'
                && within(number(text, sign + 1, sign + 3), 17)
                && within(number(text, sign + 4, sign + 6), 59);
        return offset ? sign : -1;
    }

    private static boolean isFraction(String text, int end) {
        return text.charAt(19) == '.' && end > 20 && end <= 29 && number(text, 20, end) >= 0;
    }

    private static long fraction(String text) {
        int end = zoneAt(text);
        long micros = 0;
        for (int i = 20; i < 26; i++) {
            micros = micros * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return micros;
    }

    private static int offset(String text) {
        int at = zoneAt(text);
        if (text.charAt(at) == 'Z') {
            return 0;
        }
        int seconds = (number(text, at + 1, at + 3) * 60 + number(text, at + 4, at + 6)) * 60;
        return text.charAt(at) == '-' ? -seconds : seconds;
    }

    private static LocalDate date(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (year < 0 || month < 0 || day < 0 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw new DateTimeException("Not an ISO date: " + text);
        }
        return LocalDate.of(year, month, day);
    }

    private static boolean within(int number, int highest) {
        return number >= 0 && number <= highest;
    }

    /** Returns the number written by the digits, negative when there is another character. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
