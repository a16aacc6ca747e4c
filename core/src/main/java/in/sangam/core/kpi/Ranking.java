package in.sangam.core.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Competition ranking (1-2-2-4) by the exact mark: ties share a rank and the next is skipped. */
public final class Ranking {

    /**
     * A place in the ranking.
     *
     * @param rank from 1; 0 for a place without a mark, which stands at the end
     * @param shown the mark with two decimals, null without a mark
     * @param grade null without a mark
     */
    public record Ranked(int rank, Composite composite, @Nullable BigDecimal shown, @Nullable Grade grade) {}

    private Ranking() {}

    /** Ranks composites, the best first; places with the same mark stand in order of code. */
    public static List<Ranked> of(List<Composite> composites) {
        List<Composite> sorted = composites.stream()
                .sorted(Comparator.comparing(Composite::mark, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed()
                        .thenComparing(Composite::place))
                .toList();
        List<Ranked> ranking = new ArrayList<>();
        int rank = 0;
        Fraction before = null;
        for (Composite composite : sorted) {
            Fraction mark = composite.mark();
            if (mark == null) {
                ranking.add(new Ranked(0, composite, null, null));
                continue;
            }
            rank = Objects.equals(mark, before) ? rank : ranking.size() + 1;
            before = mark;
            BigDecimal shown = mark.shown(Explanation.DECIMALS);
            ranking.add(new Ranked(rank, composite, shown, Grade.of(shown)));
        }
        return ranking;
    }
}
