package in.sangam.store.read;

import in.sangam.core.kpi.Amounts;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Term;
import in.sangam.core.measure.MeasureShapes;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Area;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.core.place.Unit;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every measure for a few months, rolled up from the smallest places to all that hold them. True for one state of the
 * store.
 */
public final class MeasureSnapshot implements Amounts {

    private final StoreState state;
    private final List<Period> periods;
    private final LocalDate asOf;
    private final Places places;
    private final MeasureShapes shapes;
    private final MeasureSums read;
    private final AreaSums sums;
    private final Map<UnitMonth, Area> units = new ConcurrentHashMap<>();

    private record UnitMonth(String unit, Period period) {}

    MeasureSnapshot(
            StoreState state,
            List<Period> periods,
            LocalDate asOf,
            Places places,
            MeasureShapes shapes,
            MeasureSums read) {
        this.state = state;
        this.periods = List.copyOf(periods);
        this.asOf = asOf;
        this.places = places;
        this.shapes = shapes;
        this.read = read;
        this.sums = new AreaSums(read);
    }

    /** Returns the state of the store that the sums are true for. */
    public StoreState state() {
        return state;
    }

    /** Returns whether any record has counted for a place or for one below it, in any of the months or before. */
    public boolean touches(String subject) {
        return read.subjects().contains(subject);
    }

    /** Returns the posts, departments or portals that something was counted for, as they are named in measures. */
    public SortedSet<String> subjects(Subject kind) {
        return read.subjects().stream()
                .filter(each -> Subject.kindOf(each) == kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the amount of a term for a subject and all places below it; for a unit of a departmental tree, for what it covers on the
     * last day of the period that counts. The period must be one that was read.
     */
    @Override
    public @Nullable BigDecimal of(Term term, String subject, Period period) {
        return of(term, area(subject, period), period);
    }

    private Area area(String subject, Period period) {
        return Unit.isUnit(subject)
                ? units.computeIfAbsent(
                        new UnitMonth(subject, period), asked -> places.area(asked.unit, asked.period.end(asOf)))
                : Area.of(subject);
    }

    /** Returns the amount of a term for an area. */
    public @Nullable BigDecimal of(Term term, Area area, Period period) {
        int month = periods.indexOf(period) + 1;
        if (month == 0) {
            throw new IllegalArgumentException("Period " + period + " was not read, only " + periods);
        }
        return switch (term.aggregate()) {
            case SUM -> sum(term.measure(), area, month);
            case AS_OF -> hasCome(term.measure()) ? upTo(sums.sums(term.measure(), area), month) : null;
            case LAST -> sums.last(term.measure(), area, month - 1);
            case COUNT_WHERE ->
                term.level() == null
                        ? things(term.measure(), area, month, term.bound())
                        : placesWhere(term, term.level(), area, period);
            case ROSTER ->
                term.level() == null
                        ? things(term.measure(), area, month, new Term.Bound(BigDecimal.ONE, false))
                        : BigDecimal.valueOf(below(area, term.level(), period).count());
            case WEEKS -> BigDecimal.valueOf(weeks(period));
            case DAYS -> BigDecimal.valueOf(days(period).count());
            case EXCUSED ->
                BigDecimal.valueOf(days(period)
                        .filter(day -> read.isExcused(term.measure(), day))
                        .count());
        };
    }

    private @Nullable BigDecimal sum(String measure, Area area, int month) {
        if (shapes.readings().contains(measure)) {
            BigDecimal[] reports = sums.sums(MeasureShapes.reports(measure), area);
            if (reports == null || reports[month].signum() == 0) {
                return null;
            }
        } else if (!hasCome(measure)) {
            return null;
        }
        BigDecimal[] months = sums.sums(measure, area);
        return months == null ? BigDecimal.ZERO : months[month];
    }

    private static BigDecimal upTo(BigDecimal @Nullable [] months, int month) {
        return months == null
                ? BigDecimal.ZERO
                : Arrays.stream(months, 0, month + 1).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private @Nullable BigDecimal things(String measure, Area area, int month, Term.@Nullable Bound bound) {
        if (!hasCome(measure) || bound == null) {
            return null;
        }
        if (shapes.last().contains(measure)) {
            long counted = sums.lastThings(measure, area).stream()
                    .filter(months -> months[month - 1] != null && bound.accepts(months[month - 1]))
                    .count();
            return BigDecimal.valueOf(counted);
        }
        boolean stock = shapes.stocks().contains(measure);
        long count = sums.things(measure, area).stream()
                .map(months -> stock ? upTo(months, month) : months[month])
                .filter(amount -> amount.signum() != 0 && bound.accepts(amount))
                .count();
        return BigDecimal.valueOf(count);
    }

    private @Nullable BigDecimal placesWhere(Term term, Level level, Area area, Period period) {
        String measure = term.measure();
        Term.Aggregate aggregate = shapes.stocks().contains(measure)
                ? Term.Aggregate.AS_OF
                : shapes.last().contains(measure) ? Term.Aggregate.LAST : Term.Aggregate.SUM;
        Term each = new Term(aggregate, measure);
        Term.Bound bound = term.bound();
        if (!hasCome(measure) || bound == null) {
            return null;
        }
        return BigDecimal.valueOf(below(area, level, period)
                .map(place -> of(each, place.code(), period))
                .filter(amount -> amount != null && bound.accepts(amount))
                .count());
    }

    private Stream<Place> below(Area area, Level level, Period period) {
        LocalDate end = period.end(asOf);
        return places.inside(area).stream().filter(place -> place.level() == level && place.isThere(end));
    }

    private long weeks(Period period) {
        return days(period)
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .count();
    }

    private Stream<LocalDate> days(Period period) {
        LocalDate end = period.end(asOf).plusDays(1);
        return end.isBefore(period.first()) ? Stream.empty() : period.first().datesUntil(end);
    }

    /** Whether records of a type that the measure counts have ever come; if so, nothing counted is a true zero. */
    private boolean hasCome(String measure) {
        Set<String> kin = shapes.kin().get(measure);
        return kin == null || kin.stream().anyMatch(read::hasCome);
    }
}
