package in.sangam.feeds.api;

import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Movement;
import in.sangam.core.kpi.NextRank;
import in.sangam.core.place.Place;
import in.sangam.feeds.api.Explained.Beside;
import in.sangam.feeds.api.Explained.Fresh;
import in.sangam.feeds.api.Explained.Moved;
import in.sangam.feeds.api.Explained.MovedLine;
import in.sangam.feeds.api.Explained.OneRankUp;
import in.sangam.feeds.api.Explained.Way;
import in.sangam.feeds.marks.BesideUnits;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.Sources;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands beside the lines of an explanation: the month before, the next better rank, sources, what counts for no unit. */
final class ExplainNotes {

    private ExplainNotes() {}

    static Moved moved(Movement moved, Figures before) {
        return new Moved(
                before.period().toString(),
                moved.shown(),
                moved.lines().stream()
                        .map(line -> new MovedLine(
                                line.kpi().code(),
                                line.kpi().nameEn(),
                                line.kpi().nameHi(),
                                exact(line.before()),
                                exact(line.now()),
                                line.shown(),
                                line.exact().toString()))
                        .toList());
    }

    static OneRankUp oneRankUp(NextRank next) {
        return new OneRankUp(
                next.ahead(),
                next.rank(),
                next.gap().toString(),
                next.ways().stream()
                        .map(way -> new Way(way.kpi().code(), way.numerator(), way.change()))
                        .toList());
    }

    static Beside beside(BesideUnits beside) {
        Place holder = beside.where().holder();
        return new Beside(
                beside.kpi().code(),
                holder.code(),
                holder.nameEn(),
                holder.nameHi(),
                beside.value().numerator(),
                beside.value().denominator());
    }

    static Fresh fresh(Sources.Stream stream) {
        return new Fresh(
                stream.portal().portal(),
                stream.name(),
                stream.age() == null ? null : stream.age().toSeconds(),
                stream.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static @Nullable String exact(@Nullable KpiValue value) {
        Fraction exact = value == null ? null : value.value();
        return exact == null ? null : exact.toString();
    }
}
