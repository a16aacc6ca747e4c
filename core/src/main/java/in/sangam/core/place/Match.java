package in.sangam.core.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How surely one place is meant. */
record Match(NamedPlace candidate, double similarity) {

    /** From here on a place may be taken without asking, when no other is near. */
    static final double SURE = 0.86;

    private static final double APART = 0.07;
    private static final double SOME_WORDS = 0.87;
    private static final double WORTH_SHOWING = 0.5;
    private static final double SAME_SOUND = 0.9999;
    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingDouble((Match match) -> -match.similarity).thenComparing(Match::code);

    /** Returns the places that may be meant, best first. */
    static List<Match> best(SpokenName.Parts parts, List<NamedPlace> candidates) {
        List<Match> matches = new ArrayList<>();
        for (NamedPlace candidate : candidates) {
            double similarity = 0;
            for (SpokenName name : parts.names()) {
                similarity = Math.max(similarity, similarity(name, candidate));
            }
            if (similarity >= WORTH_SHOWING) {
                matches.add(new Match(candidate, similarity));
            }
        }
        matches.sort(BEST_FIRST);
        return matches;
    }

    private static double similarity(SpokenName name, NamedPlace candidate) {
        double sound = candidate.similarity(name);
        // a district is called by its whole name: another word may well mean another place in it
        boolean small = candidate.place().level().compareTo(Level.DISTRICT) > 0;
        return sound < SOME_WORDS && small && candidate.extendsOrShortens(name) ? SOME_WORDS : sound;
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
        return similarity >= SURE && similarity - next >= APART;
    }
}
