package in.sangam.feeds.marks;

import in.sangam.core.kpi.Amounts;
import in.sangam.core.kpi.Composite;
import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiEvaluator;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.NextRank;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Ranking;
import in.sangam.core.kpi.Ranking.Ranked;
import in.sangam.core.kpi.Term;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Area;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.core.place.Unit;
import in.sangam.store.read.MeasureSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be said of one month: KPI values, composite marks, ranks. All of it is true for the same instant and
 * the same change number. Exact; round only to show. Safe for many threads.
 */
public final class Figures {

    private final Period period;
    private final Instant asOf;
    private final LocalDate end;
    private final MeasureSnapshot measures;
    private final Places places;
    private final List<Kpi> kpis;
    private final Map<String, Map<String, KpiValue>> values = new ConcurrentHashMap<>();
    private volatile @Nullable List<Kpi> shown;
    private final Map<Level, List<Ranked>> rankings = new ConcurrentHashMap<>();

    Figures(Period period, Instant asOf, LocalDate end, MeasureSnapshot measures, Places places, List<Kpi> kpis) {
        this.period = period;
        this.asOf = asOf;
        this.end = end;
        this.measures = measures;
        this.places = places;
        this.kpis = List.copyOf(kpis);
    }

    public Period period() {
        return period;
    }

    /** Returns the instant that the figures are true for. */
    public Instant asOf() {
        return asOf;
    }

    /** Returns the last day that counts. */
    public LocalDate end() {
        return end;
    }

    /** Returns the number of the last change that they hold. */
    public long changeNo() {
        return measures.state().changeNo();
    }

    /** Returns the KPIs in force, in the order in which they are shown. */
    public List<Kpi> kpis() {
        return kpis;
    }

    /** Returns the KPIs of places that are worth a column: those that are ranked or for which something was reported. */
    public List<Kpi> shownKpis() {
        List<Kpi> known = shown;
        if (known == null) {
            known = findShown();
            shown = known;
        }
        return known;
    }

    private List<Kpi> findShown() {
        return kpis.stream()
                .filter(kpi -> kpi.subject() == Subject.PLACE)
                .filter(kpi -> kpi.ranked() || below(kpi, places.root().code()).state() != KpiValue.State.NOT_REPORTED)
                .toList();
    }

    /** Returns the values of a place by KPI code, for the KPIs that are worked out at its level. */
    public Map<String, KpiValue> values(String place) {
        return values.computeIfAbsent(place, this::evaluate);
    }

    private Map<String, KpiValue> evaluate(String place) {
        Subject kind = Subject.kindOf(place);
        Level level = kind == Subject.PLACE ? places.get(place).level() : null;
        if (level == Level.UNIT && places.trees().find(place, end).isEmpty()) {
            return Map.of();
        }
        KpiEvaluator evaluator = new KpiEvaluator(measures);
        return kpis.stream()
                .filter(kpi -> kpi.subject() == kind
                        && (level == null || (level == Level.UNIT ? kpi.isForUnits() : kpi.isFor(level))))
                .filter(kpi -> isExpected(kpi, place))
                .map(kpi -> evaluator.evaluate(kpi, place, period))
                .collect(Collectors.toMap(KpiValue::kpi, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private boolean isExpected(Kpi kpi, String subject) {
        Term roster = kpi.roster();
        BigDecimal held = roster == null ? null : measures.of(roster, subject, period);
        return held == null || held.signum() > 0;
    }

    /** Returns the ranking of all posts, departments or portals that are on a roster or that something is counted for. */
    public List<Ranked> ranking(Subject kind) {
        return ranked(subjects(kind).stream());
    }

    /** Returns the posts, departments or portals that stand in a ranking or have values. */
    public List<String> subjects(Subject kind) {
        return measures.subjects(kind).stream()
                .filter(subject -> !values(subject).isEmpty())
                .toList();
    }

    /** Returns why a place has its composite mark. */
    public Explanation explanation(String place) {
        return Explanation.of(place, period, kpis, values(place));
    }

    /** Returns the ranking of all places of a level, the best first, those without a mark last. */
    public List<Ranked> ranking(Level level) {
        return rankings.computeIfAbsent(
                level, asked -> ranked(places.ofLevel(asked).stream().map(Place::code)));
    }

    private List<Ranked> ranked(Stream<String> subjects) {
        return Ranking.of(subjects.map(subject -> Composite.of(subject, period, kpis, values(subject)))
                .toList());
    }

    /** Returns the ranking of the units of a level of a departmental tree, as they are on the last day that counts. */
    public List<Ranked> ranking(String tree, String level) {
        return ranked(places.trees().units(tree, level, end).stream().map(Unit::place));
    }

    /** Returns those that a subject is ranked among: of its kind and level. */
    private List<Ranked> peers(String subject) {
        Subject kind = Subject.kindOf(subject);
        if (kind != Subject.PLACE) {
            return ranking(kind);
        }
        return Unit.isUnit(subject)
                ? places.trees()
                        .find(subject, end)
                        .map(unit -> ranking(unit.tree(), unit.level()))
                        .orElse(List.of())
                : ranking(places.get(subject).level());
    }

    /** Returns where a place stands among those of its level. */
    public Ranked rank(String place) {
        return ranking(places.get(place).level()).stream()
                .filter(ranked -> ranked.composite().place().equals(place))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No place " + place));
    }

    /** Returns what would move a subject up one rank among those of its kind and level. */
    public Optional<NextRank> nextRank(String subject) {
        return NextRank.of(peers(subject), explanation(subject));
    }

    /** Returns whether any record has counted for a place by then. */
    public boolean touches(String place) {
        return measures.touches(place);
    }

    /** Returns the amount of a numerator or denominator for a place. */
    public BigDecimal amount(Formula formula, String place) {
        BigDecimal amount = formula.value(measures, place, period);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** Returns the amounts that everything is worked out from. */
    public Amounts amounts() {
        return measures;
    }

    /** Returns a KPI's value for any place, also of a level that it is not published for. */
    public KpiValue below(Kpi kpi, String place) {
        return new KpiEvaluator(measures).evaluate(kpi, place, period);
    }

    /** Returns what a KPI comes to in an area. */
    KpiValue in(Area area, Kpi kpi, String subject) {
        return new KpiEvaluator((term, asked, month) -> measures.of(term, area, month)).evaluate(kpi, subject, period);
    }

    /** Returns a KPI's value for a place; throws when the KPI is not worked out at its level. */
    public KpiValue value(Kpi kpi, String place) {
        return Objects.requireNonNull(
                values(place).get(kpi.code()), () -> kpi.code() + " is not worked out for " + place);
    }
}
