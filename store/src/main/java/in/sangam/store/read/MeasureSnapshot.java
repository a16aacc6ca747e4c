package in.sangam.store.read;

import in.sangam.core.kpi.Amounts;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Term;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every measure for a few months, rolled up from the smallest places to all that hold them. True for one state of the
 * store.
 */
public final class MeasureSnapshot implements Amounts {

    private record Cell(String measure, String subject) {}

    private final StoreState state;
    private final List<Period> periods;
    private final Places places;
    private final Map<Cell, BigDecimal[]> sums = new HashMap<>();
    private final Set<String> subjects = new HashSet<>();

    MeasureSnapshot(StoreState state, List<Period> periods, Places places) {
        this.state = state;
        this.periods = List.copyOf(periods);
        this.places = places;
    }

    /** Returns the state of the store that the sums are true for. */
    public StoreState state() {
        return state;
    }

    /** Returns whether any record has counted for a place or for one below it, in any of the months or before. */
    public boolean touches(String subject) {
        return subjects.contains(subject);
    }

    /** Returns the sum of a term for a subject and all places below it. The period must be one that was read. */
    @Override
    public BigDecimal of(Term term, String subject, Period period) {
        int month = periods.indexOf(period) + 1;
        if (month == 0) {
            throw new IllegalArgumentException("Period " + period + " was not read, only " + periods);
        }
        BigDecimal[] months = sums.get(new Cell(term.measure(), subject));
        if (months == null) {
            return BigDecimal.ZERO;
        }
        return switch (term.aggregate()) {
            case SUM -> months[month];
            case AS_OF -> Arrays.stream(months, 0, month + 1).reduce(BigDecimal.ZERO, BigDecimal::add);
        };
    }

    /** Adds the sums of a subject, also to all places above it; the first is what came before the first month. */
    void add(String measure, String subject, @Nullable BigDecimal[] amounts) {
        addTo(measure, subject, amounts);
        if (places.find(subject).isPresent()) {
            for (Place above : places.ancestors(subject)) {
                addTo(measure, above.code(), amounts);
            }
        }
    }

    private void addTo(String measure, String subject, @Nullable BigDecimal[] amounts) {
        subjects.add(subject);
        BigDecimal[] months = sums.computeIfAbsent(new Cell(measure, subject), cell -> zeros());
        for (int i = 0; i < amounts.length; i++) {
            BigDecimal amount = amounts[i];
            months[i] = amount == null ? months[i] : months[i].add(amount);
        }
    }

    private BigDecimal[] zeros() {
        BigDecimal[] months = new BigDecimal[periods.size() + 1];
        Arrays.fill(months, BigDecimal.ZERO);
        return months;
    }
}
