package in.sangam.feeds.publication;

import in.sangam.core.kpi.Numbers;
import in.sangam.store.read.PublishedMonth;
import in.sangam.store.read.PublishedMonth.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of one month: between two versions it is what moved; between the newest version and today's
 * records it is what a further version would move. A published month itself never moves.
 */
public record Restatement(List<Line> lines) {

    /** A number that differs; null on the side that does not have it. */
    public record Line(String kpi, String subject, @Nullable Figure before, @Nullable Figure now) {}

    private record Cell(String kpi, String subject) {}

    /** Compares all figures of two states. */
    public static Restatement between(List<Figure> before, List<Figure> now) {
        Map<Cell, Figure> later = new HashMap<>();
        now.forEach(each -> later.put(new Cell(each.kpi(), each.subject()), each));
        List<Line> lines = new ArrayList<>();
        for (Figure each : before) {
            Figure other = later.remove(new Cell(each.kpi(), each.subject()));
            if (other == null || !same(each, other)) {
                lines.add(new Line(each.kpi(), each.subject(), each, other));
            }
        }
        now.stream()
                .filter(each -> later.containsKey(new Cell(each.kpi(), each.subject())))
                .forEach(each -> lines.add(new Line(each.kpi(), each.subject(), null, each)));
        return new Restatement(List.copyOf(lines));
    }

    /** Compares two versions. */
    public static Restatement between(PublishedMonth before, PublishedMonth now) {
        return between(before.figures(), now.figures());
    }

    private static boolean same(Figure a, Figure b) {
        return Numbers.same(a.numerator(), b.numerator())
                && Numbers.same(a.denominator(), b.denominator())
                && Objects.equals(a.marks(), b.marks());
    }
}
