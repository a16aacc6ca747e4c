package in.sangam.feeds.marks;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Period;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.store.read.MeasureReader;
import in.sangam.store.read.StoreState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the figures of any month. What was worked out is kept until the store changes, the as-of day does, or a minute has
 * gone by, so that an unchanged figure keeps its as-of and its ETag.
 *
 * <p>While records pour in, every read would have to sum all measures anew. Who is content with that asks for what held
 * {@linkplain #lately lately}: figures that say for which instant they are true, a third of a second ago.
 */
public final class FigureBoard {

    private static final Logger LOG = LoggerFactory.getLogger(FigureBoard.class);
    private static final int MOST_KEPT = 96;

    /** How long after somebody asked for them figures are read on beside, so that the next need not wait. */
    private static final long ASKED_NANOS = Duration.ofSeconds(1).toNanos();

    private final MeasureReader measures;
    private final FigureReading reading;
    private final Place root;
    private final AsOfClock clock;
    private final Map<FigureWindow, ReadFigures> kept = new ConcurrentHashMap<>();
    private final Map<FigureWindow, Object> locks = new ConcurrentHashMap<>();
    private final Map<FigureWindow, Long> asked = new ConcurrentHashMap<>();
    private final Set<FigureWindow> refreshing = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "figures");
        thread.setDaemon(true);
        return thread;
    });

    public FigureBoard(MeasureReader measures, HubConfig config, AsOfClock clock) {
        this.measures = measures;
        this.reading = new FigureReading(measures, config, clock);
        this.root = config.places().root();
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
     * Returns the figures of a place in a month, as of now: values and amounts of the place and of those in it, but no ranks.
     * They are read alone when the figures of all have moved on.
     */
    public Figures of(Place place, Period period) {
        FigureWindow all = new FigureWindow(period, 1, null, null);
        FigureWindow one = place.equals(root) ? all : new FigureWindow(period, 1, place.code(), null);
        ReadFigures found = kept.get(all);
        StoreState state = measures.state();
        return found != null && found.holds(state, clock)
                ? found.months().get(0)
                : months(one, state).get(0);
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
        return months(new FigureWindow(last, count, null, method), measures.state());
    }

    /**
     * Returns the same as it was at most 300 ms ago (longer only by three times what reading takes) when the store has changed since
     * and reading takes long; what is true now is then read beside, for those who ask within the next second.
     */
    public List<Figures> lately(Period last, int count) {
        FigureWindow window = new FigureWindow(last, count, null, null);
        StoreState state = measures.state();
        ReadFigures found = kept.get(window);
        if (found == null
                || found.holds(state, clock)
                || !found.day().equals(clock.today())
                || !found.isFreshEnough()) {
            return months(window, state);
        }
        asked.put(window, System.nanoTime());
        if (refreshing.add(window)) {
            refreshLater(window, found);
        }
        return found.months();
    }

    /** Returns the figures of a month as {@link #lately(Period, int)} does. */
    public Figures lately(Period period) {
        return lately(period, 1).get(0);
    }

    private void refreshLater(FigureWindow window, ReadFigures found) {
        var unused = background.schedule(() -> refresh(window), found.dueInNanos(), TimeUnit.NANOSECONDS);
    }

    /** Reads a window anew, and again while somebody asks for it. */
    private void refresh(FigureWindow window) {
        try {
            months(window, measures.state(), FigureBoard::workOutRanking);
            ReadFigures found = kept.get(window);
            Long last = asked.get(window);
            if (found != null && last != null && System.nanoTime() - last < ASKED_NANOS) {
                refreshLater(window, found);
                return;
            }
        } catch (RuntimeException e) {
            LOG.warn("The figures of {} could not be read beside; the next who asks will", window.last(), e);
        }
        refreshing.remove(window);
    }

    /** Works out what nearly all who ask ask for, before anybody has to wait for it. */
    private static void workOutRanking(List<Figures> months) {
        months.forEach(figures -> figures.ranking(Level.DISTRICT));
    }

    private List<Figures> months(FigureWindow window, StoreState state) {
        return months(window, state, months -> {});
    }

    /** @param first what is done with figures that were read anew before anybody gets them */
    private List<Figures> months(FigureWindow window, StoreState state, Consumer<List<Figures>> first) {
        ReadFigures found = kept.get(window);
        if (found != null && found.holds(state, clock)) {
            return found.months();
        }
        synchronized (locks.computeIfAbsent(window, each -> new Object())) {
            // Who waited here may find that another has read what it came for.
            ReadFigures meanwhile = kept.get(window);
            if (meanwhile != null && meanwhile.holds(state, clock)) {
                return meanwhile.months();
            }
            ReadFigures fresh = reading.read(window);
            first.accept(fresh.months());
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
                locks.clear();
                asked.clear();
            }
            kept.put(window, fresh);
            return fresh.months();
        }
    }
}
