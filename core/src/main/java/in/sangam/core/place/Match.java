package in.sangam.core.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How surely one place is meant.
 *
 * @param shortened whether the name has only the first words of the place's: Simri for Simri Bakhtiarpur
 */
record Match(NamedPlace candidate, double similarity, boolean shortened) {

    /** From here on a place may be taken without asking, when no other is near. */
    static final double SURE = 0.84;

    private static final double SURE_DISTRICT = 0.86; // nobody says in which state it lies
    private static final double APART = 0.07;
    private static final double SOME_WORDS = 0.87;
    private static final double LAST_WORDS = 0.82;
    private static final double NOT_SURE = 0.8;
    private static final double WORTH_SHOWING = 0.5;
    private static final double SAME_SOUND = 0.9999;
    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingDouble((Match match) -> -match.similarity).thenComparing(Match::code);

    /** Returns the places that may be meant, best first. */
    static List<Match> best(List<SpokenName> names, List<NamedPlace> candidates) {
        List<Match> matches = new ArrayList<>();
        for (NamedPlace candidate : candidates) {
            Match best = new Match(candidate, 0, false);
            for (SpokenName name : names) {
                Match match = of(name, candidate);
                best = match.similarity > best.similarity ? match : best;
            }
            if (best.similarity >= WORTH_SHOWING) {
                matches.add(best);
            }
        }
        matches.sort(BEST_FIRST);
        return matches;
    }

    private static Match of(SpokenName name, NamedPlace candidate) {
        double sound = candidate.similarity(name);
        // a district is called by its whole name: another word may well mean another place in it
        boolean small = candidate.place().level().compareTo(Level.DISTRICT) > 0;
        if (!small && name.seat()) {
            return new Match(candidate, Math.min(sound, NOT_SURE), false); // सदर is a block or a sub-division
        }
        if (sound < SOME_WORDS && small) {
            if (candidate.isShortenedBy(name)) {
                return new Match(candidate, SOME_WORDS, true);
            }
            if (candidate.isExtendedBy(name)) {
                return new Match(candidate, SOME_WORDS, false);
            }
            if (sound < LAST_WORDS && candidate.isEndOf(name)) {
                return new Match(candidate, LAST_WORDS, false); // Tajpur Morwa may mean either
            }
        }
        return new Match(candidate, sound, false);
    }

    String code() {
        return candidate.place().code();
    }

    boolean isSameSound() {
        return similarity >= SAME_SOUND;
    }

    /** Whether it may be taken although another place reaches {@code next}. */
    boolean isSure(double next) {
        if (isSameSound()) {
            return next < SAME_SOUND;
        }
        boolean small = candidate.place().level().compareTo(Level.DISTRICT) > 0;
        return similarity >= (small ? SURE : SURE_DISTRICT) && similarity - next >= APART;
    }
}
