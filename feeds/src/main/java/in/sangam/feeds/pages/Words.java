package in.sangam.feeds.pages;

import in.sangam.core.kpi.BandMarks;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.LinearMarks;
import in.sangam.core.kpi.Marks;
import in.sangam.core.kpi.Period;
import in.sangam.core.record.CanonicalRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How pages say numbers, days, states and rules in the reader's language. */
public interface Words {

    /** Returns the language of the reader. */
    Language language();

    /** Returns the text of a key. */
    default String t(String key, Object... arguments) {
        return Wording.in(language()).text(key, arguments);
    }

    /** Returns the word for a code that comes from data, or the code itself. */
    default String word(String prefix, String code) {
        return Wording.in(language()).textOr(prefix + "." + code, code);
    }

    /** Returns a share as a percentage with two decimals. */
    default String percent(BigDecimal share) {
        return number(share.movePointRight(2).setScale(2, RoundingMode.HALF_UP)) + " %";
    }

    /** Returns a number grouped in lakh and crore. */
    default String number(BigDecimal number) {
        return Wording.in(language()).number(number);
    }

    /** Returns a number grouped in lakh and crore, a dash for what was not reported. */
    default String numberOr(@Nullable BigDecimal number) {
        return number == null ? "–" : number(number);
    }

    /** Returns in a word or two why a KPI has no mark. */
    default String state(KpiValue value) {
        return t("state." + word(value));
    }

    /** Returns in a sentence why a KPI has no mark. */
    default String stateLong(KpiValue value) {
        return t("state." + word(value) + ".long");
    }

    private static String word(KpiValue value) {
        return value.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a count grouped in lakh and crore. */
    default String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** Returns a month by name. */
    default String month(Period period) {
        return Wording.in(language()).month(period.month());
    }

    /** Returns a month, written as 2026-09, by name. */
    default String month(String period) {
        return month(Period.of(period));
    }

    /** Returns a month by its short name. */
    default String shortMonth(Period period) {
        return Wording.in(language()).shortMonth(period.month());
    }

    /** Returns a day. */
    default String day(LocalDate day) {
        return Wording.in(language()).day(day);
    }

    /** Returns the day of a DAY or MOMENT field, nothing when it was not reported. */
    default String dayOf(@Nullable String value) {
        return value == null ? "" : day(CanonicalRecord.dayOf(value));
    }

    /** Returns a DAY as a day and a MOMENT with its time, nothing when it was not reported. */
    default String timeOf(@Nullable String value) {
        boolean moment = value != null && value.contains("T");
        return moment ? moment(OffsetDateTime.parse(value).toInstant()) : dayOf(value);
    }

    /** Returns a field's value: places and dates in words, codes as they are. */
    default String fieldValue(String field, String value) {
        return field.equals("status") ? word("status", value) : value;
    }

    /** Returns a number with its sign. */
    default String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number(number);
    }

    /** Returns a moment in Asia/Kolkata. */
    default String moment(Instant moment) {
        return Wording.in(language()).moment(moment) + " IST";
    }

    /** Returns an age in words. */
    default String age(Duration age) {
        return Wording.in(language()).age(age);
    }

    /** Returns how a value becomes a mark, one sentence for each band. */
    default List<String> rule(Marks marks) {
        if (marks instanceof LinearMarks linear) {
            return List.of(t(
                    "explain.rule.linear",
                    plain(linear.worst()),
                    plain(linear.min()),
                    plain(linear.best()),
                    plain(linear.max())));
        }
        return ((BandMarks) marks)
                .bands().stream()
                        .map(band -> t("explain.rule.band", plain(band.from()), plain(band.mark())))
                        .toList();
    }

    private static String plain(Fraction value) {
        BigDecimal shown = value.shown(4).stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }
}
