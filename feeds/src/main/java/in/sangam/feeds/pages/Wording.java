package in.sangam.feeds.pages;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import in.sangam.core.record.CanonicalRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words, numbers and dates of one language. Safe for many threads. */
final class Wording {

    private static final Map<Language, Wording> ALL =
            Map.of(Language.EN, new Wording(Language.EN), Language.HI, new Wording(Language.HI));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Language language;
    private final Map<String, String> words;
    private final String[] months;
    private final String[] shortMonths;

    private Wording(Language language) {
        this.language = language;
        ResourceBundle bundle =
                ResourceBundle.getBundle("in.sangam.feeds.pages.wording_" + language.code(), language.locale());
        this.words = bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
        // ICU, because the names of months in Hindi differ between releases of Java.
        DateFormatSymbols symbols = new DateFormatSymbols(ULocale.forLocale(language.locale()));
        this.months = symbols.getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE);
        this.shortMonths = symbols.getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.ABBREVIATED);
    }

    static Wording in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** Returns the text of a key with its arguments put in; the key itself when the bundle lacks it. */
    String text(String key, Object... arguments) {
        String pattern = words.get(key);
        if (pattern == null) {
            return key;
        }
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, ULocale.forLocale(language.locale())).format(arguments);
    }

    /** Returns the text of a key, or another text when the bundle lacks the key: for codes that come from data. */
    String textOr(String key, String other) {
        return words.getOrDefault(key, other);
    }

    /** Groups in lakh and crore, e.g. 1,23,456; decimals as they are. */
    String number(BigDecimal number) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getInstance(ULocale.forLocale(language.locale()));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    String month(YearMonth of) {
        return months[of.getMonthValue() - 1] + " " + of.getYear();
    }

    String shortMonth(YearMonth of) {
        return shortMonths[of.getMonthValue() - 1] + " " + of.getYear();
    }

    String day(LocalDate of) {
        return of.getDayOfMonth() + " " + shortMonths[of.getMonthValue() - 1] + " " + of.getYear();
    }

    /** Returns date and time in Asia/Kolkata. */
    String moment(Instant of) {
        ZonedDateTime india = of.atZone(CanonicalRecord.INDIA);
        return day(india.toLocalDate()) + ", " + TIME.format(india);
    }

    /** Returns an age in the largest unit that fills at least two, e.g. 26 h. */
    String age(Duration age) {
        Duration positive = age.isNegative() ? Duration.ZERO : age;
        if (positive.toSeconds() < 120) {
            return text("age.seconds", positive.toSeconds());
        }
        if (positive.toMinutes() < 120) {
            return text("age.minutes", positive.toMinutes());
        }
        return positive.toHours() < 48 ? text("age.hours", positive.toHours()) : text("age.days", positive.toDays());
    }
}
