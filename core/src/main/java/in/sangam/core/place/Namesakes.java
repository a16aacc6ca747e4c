package in.sangam.core.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places of several levels in one district that bear one name — a block, its circle, the town between them — but are spelt
 * differently in their lists. Each lends the other its spelling.
 */
final class Namesakes {

    private static final double ALIKE = 0.7;
    private static final double APART = 0.1;

    private record Pair(NamedPlace one, NamedPlace other) {}

    private Namesakes() {}

    /** Takes all places of a district below it. */
    static void lend(List<NamedPlace> district) {
        for (Level one : Level.values()) {
            for (Level other : Level.values()) {
                if (one.compareTo(other) < 0) {
                    lend(of(one, district), of(other, district));
                }
            }
        }
    }

    private static List<NamedPlace> of(Level level, List<NamedPlace> district) {
        return district.stream().filter(place -> place.place().level() == level).toList();
    }

    private static void lend(List<NamedPlace> ones, List<NamedPlace> others) {
        Map<Pair, Double> alike = new HashMap<>();
        for (NamedPlace one : ones) {
            for (NamedPlace other : others) {
                alike.put(new Pair(one, other), alike(one, other));
            }
        }
        for (NamedPlace one : ones) {
            NamedPlace other = onlyOne(others, each -> alike.getOrDefault(new Pair(one, each), 0.0));
            if (other != null && onlyOne(ones, each -> alike.getOrDefault(new Pair(each, other), 0.0)) == one) {
                one.borrow(other.ownNames());
                other.borrow(one.ownNames());
            }
        }
    }

    private static double alike(NamedPlace one, NamedPlace other) {
        return other.ownNames().stream().mapToDouble(one::ownSimilarity).max().orElse(0);
    }

    private interface Likeness {
        double of(NamedPlace place);
    }

    private static @Nullable NamedPlace onlyOne(List<NamedPlace> places, Likeness likeness) {
        NamedPlace best = null;
        double most = ALIKE;
        double next = 0;
        for (NamedPlace place : places) {
            double now = likeness.of(place);
            if (now >= most) {
                next = best == null ? next : most;
                most = now;
                best = place;
            } else {
                next = Math.max(next, now);
            }
        }
        return most - next >= APART ? best : null;
    }
}
