package in.sangam.feeds.marks;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Period;
import in.sangam.store.read.MeasureReader;
import in.sangam.store.read.MeasureSnapshot;
import in.sangam.store.read.StoreState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of any month. What was worked out is kept until the store changes, the as-of day does, or a minute has
 * gone by, so that an unchanged figure keeps its as-of and its ETag.
 */
public final class FigureBoard {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 48;

    private record Kept(StoreState state, Instant asOf, LocalDate day, List<Figures> months) {}

    private record Window(Period last, int months, @Nullable Period method) {}

    private final MeasureReader measures;
    private final HubConfig config;
    private final AsOfClock clock;
    private final Map<Window, Kept> kept = new ConcurrentHashMap<>();

    public FigureBoard(MeasureReader measures, HubConfig config, AsOfClock clock) {
        this.measures = measures;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the month of the as-of day: the last that has figures. */
    public Period current() {
        return Period.of(clock.today());
    }

    /** Returns the figures of a month, as of now. */
    public Figures at(Period period) {
        return months(period, 1).get(0);
    }

    /**
     * Returns the figures of several months up to one, oldest first, all from one snapshot of the store.
     *
     * @param count at least 1
     */
    public List<Figures> months(Period last, int count) {
        return months(last, count, null);
    }

    /**
     * The same, every month worked out by one method: that of the KPIs in force at the end of another month.
     *
     * @param method a month of the method; null for each month's own
     */
    public List<Figures> months(Period last, int count, @Nullable Period method) {
        Instant now = clock.now();
        LocalDate day = clock.today();
        StoreState state = measures.state();
        Window window = new Window(last, count, method);
        Kept found = kept.get(window);
        if (found != null
                && found.state.equals(state)
                && found.day.equals(day)
                && found.asOf.plus(KEPT).isAfter(now)) {
            return found.months;
        }
        Kept fresh = read(window, now, day);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(window, fresh);
        return fresh.months;
    }

    private Kept read(Window window, Instant now, LocalDate day) {
        List<Period> periods = new ArrayList<>();
        for (int back = window.months - 1; back >= 0; back--) {
            periods.add(new Period(window.last.month().minusMonths(back)));
        }
        MeasureSnapshot snapshot = measures.read(periods, day);
        List<Figures> months = periods.stream()
                .map(period -> new Figures(
                        period,
                        now,
                        period.end(day),
                        snapshot,
                        config.places(),
                        config.kpis().inForce(window.method == null ? period : window.method)))
                .toList();
        return new Kept(snapshot.state(), now, day, months);
    }
}
