package in.sangam.feeds.pages;

import in.sangam.core.kpi.BandMarks;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.LinearMarks;
import in.sangam.core.kpi.Marks;
import in.sangam.core.kpi.Period;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Place;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.feeds.ConnectedPortal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What every template is given besides its own view: the language, the words, and what stands around the content.
 *
 * @param state the state whose portals are connected
 * @param path path of this page, to mark its entry in the navigation
 * @param switchLink address of this page in the other language
 * @param sandboxData whether the banner is shown
 * @param user name of who is signed in, empty for nobody
 * @param admin whether forms are shown that change something
 * @param mayAsk whether the form is shown that asks for a correction
 * @param mayAnswer whether forms are shown that answer corrections
 * @param formToken goes with every form, so that no other site can send one; empty where nothing asks for it
 * @param now the wall clock: what counts of pages, rows and deliveries are true for
 */
public record Page(
        Language language,
        Place state,
        String path,
        String switchLink,
        boolean sandboxData,
        String user,
        boolean admin,
        boolean mayAsk,
        boolean mayAnswer,
        String formToken,
        Instant now) {

    private static final int TILE_LETTERS = 13;
    private static final int RULE_DECIMALS = 4;
    private static final List<String> DIRECTIONS = List.of(
            "East=E.",
            "West=W.",
            "North=N.",
            "South=S.",
            "Purbi=E.",
            "Paschim=W.",
            "Pashchim=W.",
            "पूर्वी=पू.",
            "पूर्व=पू.",
            "पश्चिमी=प.",
            "पश्चिम=प.",
            "उत्तर=उ.",
            "दक्षिण=द.");

    /** Returns whether a way to sign out is shown. */
    public boolean signedIn() {
        return !user.isEmpty();
    }

    /** Returns the text of a key. */
    public String t(String key, Object... arguments) {
        return Wording.in(language).text(key, arguments);
    }

    /** Returns the word for a code that comes from data, or the code itself. */
    public String word(String prefix, String code) {
        return Wording.in(language).textOr(prefix + "." + code, code);
    }

    /** Returns the name of a place; the English one where no Hindi one is known. */
    public String name(Place place) {
        return choose(place.nameEn(), place.nameHi());
    }

    /** Returns the name of a KPI. */
    public String name(Kpi kpi) {
        return choose(kpi.nameEn(), kpi.nameHi());
    }

    /** Returns the title of a portal. */
    public String name(ConnectedPortal portal) {
        return choose(portal.titleEn(), portal.titleHi());
    }

    /** Returns the name of a place, its code when it is not known, a dash without either. */
    public String nameOr(@Nullable Place place, @Nullable String code) {
        return place == null ? or(code) : name(place);
    }

    /** Returns the title of a portal, its code when it is not connected. */
    public String nameOr(@Nullable ConnectedPortal portal, String code) {
        return portal == null ? code : name(portal);
    }

    /** Returns the name of a KPI, its code when it is not declared any more. */
    public String nameOr(@Nullable Kpi kpi, String code) {
        return kpi == null ? code : name(kpi);
    }

    /** Returns the id of the text that says what is wrong with a field of a form, null when nothing is. */
    public @Nullable String described(@Nullable FormProblem problem, String field) {
        return problem != null && problem.field().equals(field) ? "problem-" + field : null;
    }

    /** Returns a text, or a dash without one. */
    public String or(@Nullable String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }

    private String choose(String english, @Nullable String hindi) {
        return language == Language.HI && hindi != null && !hindi.isBlank() ? hindi : english;
    }

    /** Returns a share as a percentage with two decimals. */
    public String percent(BigDecimal share) {
        return number(share.movePointRight(2).setScale(2, RoundingMode.HALF_UP)) + " %";
    }

    /** Returns a number grouped in lakh and crore. */
    public String number(BigDecimal number) {
        return Wording.in(language).number(number);
    }

    /** Returns a number grouped in lakh and crore, a dash for what was not reported. */
    public String numberOr(@Nullable BigDecimal number) {
        return number == null ? "–" : number(number);
    }

    /** Returns in a word or two why a KPI has no mark. */
    public String state(KpiValue value) {
        return t("state." + word(value));
    }

    /** Returns in a sentence why a KPI has no mark. */
    public String stateLong(KpiValue value) {
        return t("state." + word(value) + ".long");
    }

    private static String word(KpiValue value) {
        return value.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a count grouped in lakh and crore. */
    public String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** Returns a month by name. */
    public String month(Period period) {
        return Wording.in(language).month(period.month());
    }

    /** Returns a month, written as 2026-09, by name. */
    public String month(String period) {
        return month(Period.of(period));
    }

    /** Returns a month by its short name. */
    public String shortMonth(Period period) {
        return Wording.in(language).shortMonth(period.month());
    }

    /** Returns a day. */
    public String day(LocalDate day) {
        return Wording.in(language).day(day);
    }

    /** Returns the day of a DAY or MOMENT field, nothing when it was not reported. */
    public String dayOf(@Nullable String value) {
        return value == null ? "" : day(CanonicalRecord.dayOf(value));
    }

    /** Returns a DAY as a day and a MOMENT with its time, nothing when it was not reported. */
    public String timeOf(@Nullable String value) {
        boolean moment = value != null && value.contains("T");
        return moment ? moment(OffsetDateTime.parse(value).toInstant()) : dayOf(value);
    }

    /** Returns a field's value: places and dates in words, codes as they are. */
    public String fieldValue(String field, String value) {
        return field.equals("status") ? word("status", value) : value;
    }

    /** Returns a number with its sign. */
    public String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number(number);
    }

    /** Returns a name that fits a tile: without what is in brackets, its directions shortened, the rest cut. */
    public String shortName(Place place) {
        String name = name(place).replaceFirst("\\s*\\(.*", "");
        for (String direction : DIRECTIONS) {
            String[] pair = direction.split("=");
            name = name.startsWith(pair[0] + " ") ? pair[1] + name.substring(pair[0].length()) : name;
        }
        return name.length() > TILE_LETTERS ? name.substring(0, TILE_LETTERS - 1) + "…" : name;
    }

    /** Returns a moment in Asia/Kolkata. */
    public String moment(Instant moment) {
        return Wording.in(language).moment(moment) + " IST";
    }

    /** Returns an age in words. */
    public String age(Duration age) {
        return Wording.in(language).age(age);
    }

    /** Returns how a value becomes a mark, one sentence for each band. */
    public List<String> rule(Marks marks) {
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
        BigDecimal shown = value.shown(RULE_DECIMALS).stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }

    /** Returns a path with query parameters, pairs of name and value; a null value leaves its parameter out. */
    public String link(String to, @Nullable Object... pairs) {
        StringBuilder link = new StringBuilder(to);
        char separator = '?';
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                link.append(separator).append(pairs[i]).append('=');
                link.append(URLEncoder.encode(String.valueOf(pairs[i + 1]), StandardCharsets.UTF_8));
                separator = '&';
            }
        }
        return link.toString();
    }

    /** Returns the path of a record's page; slashes in its key stay slashes. */
    public String recordLink(String portal, String stream, String sourceId) {
        return "/records/" + UriUtils.encodePathSegment(portal, StandardCharsets.UTF_8) + "/"
                + UriUtils.encodePathSegment(stream, StandardCharsets.UTF_8) + "/"
                + UriUtils.encodePath(sourceId, StandardCharsets.UTF_8);
    }

    /** Returns the name of a place, or the code of a post or department. */
    public String subject(@Nullable Place place, String subject) {
        return place == null ? Subject.code(subject) : name(place);
    }

    /** Returns the page of a place or a post; departments have none, so theirs is the ranking. */
    public String subjectLink(@Nullable Place place, String subject) {
        if (place != null) {
            return placeLink(place);
        }
        return Subject.kindOf(subject) == Subject.POST
                ? "/posts/" + UriUtils.encodePath(Subject.code(subject), StandardCharsets.UTF_8)
                : "/";
    }

    /** Returns the page of a place: a district's, or a division's. */
    public String placeLink(Place place) {
        return "/places/" + UriUtils.encodePathSegment(place.code(), StandardCharsets.UTF_8);
    }
}
