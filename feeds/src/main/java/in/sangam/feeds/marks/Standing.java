package in.sangam.feeds.marks;

import in.sangam.core.kpi.Ranking.Ranked;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a place stands in a month, and how it came there.
 *
 * @param change places gained since the month before, negative when lost; null when either month has no rank
 * @param marks marks as shown, oldest month first and this month last; null for a month without a mark
 */
public record Standing(Ranked ranked, @Nullable Integer change, List<@Nullable BigDecimal> marks) {

    /**
     * Returns the ranking of the last of some months.
     *
     * @param months oldest first
     */
    public static List<Standing> of(List<Figures> months, Level level) {
        return of(months, figures -> figures.ranking(level));
    }

    /** The same for posts, departments or portals. */
    public static List<Standing> of(List<Figures> months, Subject kind) {
        return of(months, figures -> figures.ranking(kind));
    }

    /** The same for the units of a level of a departmental tree. */
    public static List<Standing> of(List<Figures> months, String tree, String level) {
        return of(months, figures -> figures.ranking(tree, level));
    }

    private static List<Standing> of(List<Figures> months, Function<Figures, List<Ranked>> ranking) {
        List<Map<String, Ranked>> earlier = months.subList(0, months.size() - 1).stream()
                .map(figures -> byPlace(ranking.apply(figures)))
                .toList();
        return ranking.apply(months.get(months.size() - 1)).stream()
                .map(ranked -> standing(ranked, earlier))
                .toList();
    }

    private static Standing standing(Ranked now, List<Map<String, Ranked>> earlier) {
        String place = now.composite().place();
        List<@Nullable BigDecimal> marks = new ArrayList<>();
        Ranked before = null;
        for (Map<String, Ranked> month : earlier) {
            before = month.get(place);
            marks.add(before == null ? null : before.shown());
        }
        marks.add(now.shown());
        Integer change = before == null || before.rank() == 0 || now.rank() == 0 ? null : before.rank() - now.rank();
        return new Standing(now, change, marks);
    }

    private static Map<String, Ranked> byPlace(List<Ranked> ranking) {
        Map<String, Ranked> ranks = new HashMap<>();
        ranking.forEach(ranked -> ranks.put(ranked.composite().place(), ranked));
        return ranks;
    }
}
