package in.sangam.feeds.marks;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Period;
import in.sangam.core.place.Place;
import in.sangam.store.read.MeasureReader;
import in.sangam.store.read.MeasureSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads figures from the store. */
final class FigureReading {

    private final MeasureReader measures;
    private final HubConfig config;
    private final AsOfClock clock;

    FigureReading(MeasureReader measures, HubConfig config, AsOfClock clock) {
        this.measures = measures;
        this.config = config;
        this.clock = clock;
    }

    ReadFigures read(FigureWindow window) {
        long begun = System.nanoTime();
        Instant now = clock.now();
        LocalDate day = clock.today();
        List<Period> periods = new ArrayList<>();
        for (int back = window.months() - 1; back >= 0; back--) {
            periods.add(new Period(window.last().month().minusMonths(back)));
        }
        MeasureSnapshot snapshot = window.place() == null
                ? measures.read(periods, day)
                : measures.read(
                        periods, day, inside(window.place(), window.last().end(day)));
        List<Figures> months = periods.stream()
                .map(period -> new Figures(
                        period,
                        now,
                        period.end(day),
                        snapshot,
                        config.places(),
                        config.kpis().inForce(window.method() == null ? period : window.method())))
                .toList();
        return new ReadFigures(snapshot.state(), now, day, months, begun, System.nanoTime() - begun);
    }

    private List<String> inside(String place, LocalDate day) {
        return config.places().inside(config.places().area(place, day)).stream()
                .map(Place::code)
                .toList();
    }
}
