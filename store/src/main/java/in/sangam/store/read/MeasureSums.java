package in.sangam.store.read;

import in.sangam.core.measure.MeasureShapes;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read of the measures of a few months, added up from the smallest places to all that hold them. Amounts stand by month;
 * before those of sums stands what came before the first month.
 */
final class MeasureSums {

    private record Cell(String measure, String subject) {}

    private final int months;
    private final Places places;
    private final MeasureShapes shapes;
    private final Map<Cell, BigDecimal[]> sums = new HashMap<>();
    private final Map<Cell, Map<String, @Nullable BigDecimal[]>> things = new HashMap<>();
    private final Map<Cell, @Nullable BigDecimal[]> last = new HashMap<>();
    private final Map<Cell, Map<String, @Nullable BigDecimal[]>> lastThings = new HashMap<>();
    private final Map<String, Set<LocalDate>> excused = new HashMap<>();
    private final Set<String> subjects = new HashSet<>();
    private final Set<String> measures = new HashSet<>();

    /** @param months how many of them are read */
    MeasureSums(int months, Places places, MeasureShapes shapes) {
        this.months = months;
        this.places = places;
        this.shapes = shapes;
    }

    /** Returns the sums of a subject: what came before the first month, then each month; null when nothing was counted. */
    BigDecimal @Nullable [] sums(String measure, String subject) {
        return sums.get(new Cell(measure, subject));
    }

    /** Returns the sums of each thing that a subject has. */
    Map<String, @Nullable BigDecimal[]> things(String measure, String subject) {
        return things.getOrDefault(new Cell(measure, subject), Map.of());
    }

    /** Returns the latest readings of a subject by month, null where there was none; null when there was none at all. */
    @Nullable
    BigDecimal @Nullable [] last(String measure, String subject) {
        return last.get(new Cell(measure, subject));
    }

    /** Returns the latest readings of each thing that a subject has, by month; null where there was none. */
    Map<String, @Nullable BigDecimal[]> lastThings(String measure, String subject) {
        return lastThings.getOrDefault(new Cell(measure, subject), Map.of());
    }

    /** Returns whether a source of a record type was out on a day. */
    boolean isExcused(String type, LocalDate day) {
        return excused.getOrDefault(type, Set.of()).contains(day);
    }

    /** Returns the subjects that any record has counted for, and the places above them. */
    Set<String> subjects() {
        return Collections.unmodifiableSet(subjects);
    }

    /** Returns whether anything was counted in a measure. */
    boolean hasCome(String measure) {
        return measures.contains(measure);
    }

    /** Notes a day on which a source of a record type was out. */
    void excuse(String type, LocalDate day) {
        excused.computeIfAbsent(type, each -> new HashSet<>()).add(day);
    }

    /** Notes that something was counted in a measure, whosever it is. */
    void come(String measure) {
        measures.add(measure.endsWith("#") ? measure.substring(0, measure.length() - 1) : measure);
    }

    /** Adds the sums of a subject, also to all places above it; the first is what came before the first month. */
    void add(String measure, String subject, @Nullable BigDecimal[] amounts) {
        come(measure);
        upwards(subject).forEach(each -> {
            subjects.add(each);
            add(sums.computeIfAbsent(new Cell(measure, each), cell -> zeros()), amounts);
        });
    }

    /** Adds the sums of one thing of a subject. */
    void addThing(String measure, String subject, String thing, @Nullable BigDecimal[] amounts) {
        upwards(subject)
                .forEach(each -> add(
                        things.computeIfAbsent(new Cell(measure, each), cell -> new HashMap<>())
                                .computeIfAbsent(thing, cell -> zeros()),
                        amounts));
    }

    /** Adds the latest reading of a subject as of the end of a month. */
    void addLast(String measure, String subject, String thing, int month, BigDecimal amount) {
        upwards(subject).forEach(each -> {
            Cell cell = new Cell(measure, each);
            add(last.computeIfAbsent(cell, key -> new @Nullable BigDecimal[months]), month, amount);
            if (shapes.parted().contains(measure)) {
                add(
                        lastThings
                                .computeIfAbsent(cell, key -> new HashMap<>())
                                .computeIfAbsent(thing, key -> new @Nullable BigDecimal[months]),
                        month,
                        amount);
            }
        });
    }

    private static void add(@Nullable BigDecimal[] months, int month, BigDecimal amount) {
        BigDecimal before = months[month];
        months[month] = before == null ? amount : before.add(amount);
    }

    private Stream<String> upwards(String subject) {
        return places.find(subject).isEmpty()
                ? Stream.of(subject)
                : Stream.concat(
                        Stream.of(subject), places.ancestors(subject).stream().map(Place::code));
    }

    private static void add(BigDecimal[] months, @Nullable BigDecimal[] amounts) {
        for (int i = 0; i < amounts.length; i++) {
            BigDecimal amount = amounts[i];
            months[i] = amount == null ? months[i] : months[i].add(amount);
        }
    }

    private BigDecimal[] zeros() {
        BigDecimal[] zeros = new BigDecimal[months + 1];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}
