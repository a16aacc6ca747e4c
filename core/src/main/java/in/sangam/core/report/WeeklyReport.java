package in.sangam.core.report;

import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A report that is made every week, one for each place of a level.
 *
 * @param source order that asks for it
 * @param made weekday on which it is made, of the seven days before
 * @param each level of place that has one of its own
 * @param to who gets it: officers of the place, of those above it and of those below
 * @param of record types it is about, with their names in the words of readers
 */
public record WeeklyReport(
        String code,
        String nameEn,
        String nameHi,
        String source,
        DayOfWeek made,
        Level each,
        List<Role> to,
        Map<String, Title> of,
        Content content) {

    public WeeklyReport {
        of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
    }

    /** A name in both languages. */
    public record Title(String en, String hi) {}

    /** What it holds. */
    public enum Content {
        /** Received, disposed, disposed in time in the week; pending and beyond the limit at its end. */
        COUNTS,
        /** Every case that was open beyond its limit at the end of the week. */
        BEYOND_LIMIT,
        /** Every hearing of the week from which the public authority was absent. */
        ABSENT;

        /** Returns the word in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One who gets it: a role at a place. */
    public record Recipient(Role role, Place place) {

        /** Returns it as it stands in delivery records: {@code dpgro/203}. */
        public String code() {
            return role.code() + "/" + place.code();
        }
    }

    /** Returns the last day of the week that a report made on a day, or the last one before it, is about. */
    public LocalDate weekEnd(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(made)).minusDays(1);
    }

    /** Returns who gets the report of a place. */
    public List<Recipient> recipients(Places places, String place) {
        return to.stream()
                .flatMap(role -> role.level().compareTo(each) <= 0
                        ? places.at(role.level(), place).stream().map(at -> new Recipient(role, at))
                        : below(places, place, role))
                .toList();
    }

    private static Stream<Recipient> below(Places places, String place, Role role) {
        return places.subtree(place).stream()
                .filter(at -> at.level() == role.level())
                .map(at -> new Recipient(role, at));
    }
}
