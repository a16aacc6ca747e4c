package in.sangam.sandbox.shape;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays one event log again and again, each time with another offset and another map of groups to districts, until every
 * district has its disposals of the as-of month. Groups that fall to a district that has them are left out.
 *
 * <p>Cases that ended before the month and open ones are thinned, the more the younger the month is, so that the number
 * of records stays about the same whatever the as-of day. The number of cases played is bounded: in the first hours of a
 * month a district may stay below its target.
 *
 * @param log the log to play
 * @param compression log days per day of arrivals
 * @param history days before {@code last} from which cases are taken
 * @param target disposals in the month, by district
 */
record Replay<L extends Logged>(
        String portal, long seed, List<L> log, double compression, double history, List<Double> target) {

    private static final int MOST_PLAYED = 4_000_000;
    private static final double EARLIER_KEPT = 0.45;
    private static final double OPEN_KEPT = 0.7;

    /** Takes a case that was chosen, with its disposal if it lies in the window. */
    interface Choice<L extends Logged> {
        void take(Replayed<L> chosen, @Nullable Instant disposed) throws SQLException;
    }

    /**
     * Plays the log and returns how often.
     *
     * @param disposal when a case is disposed, past or future; null for never
     */
    int play(Window window, Places places, Function<Replayed<L>, @Nullable Instant> disposal, Choice<L> choice)
            throws SQLException {
        long own = Lot.of(seed, portal).next();
        double span = log.stream().mapToDouble(Logged::start).max().orElseThrow() / compression;
        int groups = log.stream().mapToInt(Logged::group).max().orElseThrow() + 1;
        Instant oldest = window.daysBeforeLast(history);
        int[] disposals = new int[target.size()];
        int replay = 0;
        while (replay * log.size() < MOST_PLAYED && !reached(disposals)) {
            Lot offsets = Lot.of(own, "offset", replay);
            Instant origin = window.daysBeforeLast(offsets.between(Math.min(history, span * 0.9), span));
            int[] districtOf = districtOf(Lot.of(own, "groups", replay), groups, disposals);
            for (int i = 0; i < log.size(); i++) {
                L source = log.get(i);
                int district = districtOf[source.group()];
                Instant start = Window.plusDays(origin, source.start() / compression);
                if (district < 0 || start.isBefore(oldest) || start.isAfter(window.last())) {
                    continue;
                }
                var chosen = new Replayed<>(source, places.districts().get(district), start, own, replay, i);
                Instant end = disposal.apply(chosen);
                Instant disposed = end == null || end.isAfter(window.last()) ? null : end;
                boolean counts = disposed != null && window.inMonth(disposed);
                if (counts) {
                    disposals[district]++;
                }
                if (counts || chosen.lot("kept").chance(kept(window, disposed))) {
                    choice.take(chosen, disposed);
                }
            }
            replay++;
        }
        return replay;
    }

    private static double kept(Window window, @Nullable Instant disposed) {
        return disposed == null ? Math.min(OPEN_KEPT, window.passed()) : EARLIER_KEPT * window.passed();
    }

    private boolean reached(int[] disposals) {
        for (int i = 0; i < target.size(); i++) {
            if (disposals[i] < target.get(i)) {
                return false;
            }
        }
        return true;
    }

    private int[] districtOf(Lot lot, int groups, int[] disposals) {
        int[] districts = new int[groups];
        Arrays.setAll(districts, group -> lot.below(target.size()));
        Arrays.setAll(
                districts, group -> disposals[districts[group]] < target.get(districts[group]) ? districts[group] : -1);
        return districts;
    }
}
