package in.sangam.core.place;

import in.sangam.core.place.Resolution.Decision;
import java.util.List;

/** One question, step by step: exact, alias, same sound, nearly the same sound; else a person is asked. */
final class NameSearch {

    private final PlaceIndex index;
    private final Candidates candidates;
    private final String written;
    private final NameParts parts;

    NameSearch(String name, Candidates candidates, PlaceIndex index) {
        this.index = index;
        this.candidates = candidates;
        this.written = NamedPlace.folded(name);
        this.parts = NameParts.of(name);
    }

    Resolution resolve() {
        if (written.isEmpty() || candidates.all().isEmpty()) {
            return ask(0, List.of());
        }
        List<NamedPlace> same = candidates.written(written);
        if (!same.isEmpty()) {
            return decided(same, 1, Decision.EXACT);
        }
        same = candidates.aliased(written);
        if (!same.isEmpty()) {
            return decided(same, 0.99, Decision.ALIAS);
        }
        return bySound();
    }

    private Resolution bySound() {
        List<Match> matches = index.bySound(parts.names(), candidates);
        if (matches.isEmpty()) {
            return ask(0, List.of());
        }
        Match best = matches.get(0);
        double next = matches.size() > 1 ? matches.get(1).similarity() : 0;
        if (!best.isSure(next) || !isExplained(best)) {
            return ask(best.similarity(), codes(matches));
        }
        if (best.isSameSound()) {
            return new Resolution(best.code(), 0.95, Decision.KEY, codes(matches));
        }
        if (!best.shortened() && index.isAnotherPlace(parts.names(), candidates, best.candidate())) {
            return ask(best.similarity(), codes(matches));
        }
        return new Resolution(best.code(), best.similarity(), Decision.FUZZY, codes(matches));
    }

    /** Whether what stands in brackets fits: another name of the place, or of one that holds it; nothing elsewhere. */
    private boolean isExplained(Match match) {
        return parts.qualifiers().stream()
                .allMatch(qualifier -> explains(qualifier, match.candidate())
                        || (match.isSameSound() && isFormerName(qualifier, match.candidate())));
    }

    private boolean explains(SpokenName qualifier, NamedPlace candidate) {
        return candidate.similarity(qualifier) >= Match.SURE
                || NameWords.isGeneric(qualifier.skeleton())
                || index.isAbove(candidate.place(), qualifier);
    }

    /** A name nobody knows is taken for a former one, unless it is another place's here, or one of another state. */
    private boolean isFormerName(SpokenName qualifier, NamedPlace candidate) {
        boolean other = candidates.all().stream()
                .anyMatch(each -> each != candidate && each.similarity(qualifier) >= Match.SURE);
        return !other && !index.isElsewhere(qualifier);
    }

    private static Resolution decided(List<NamedPlace> same, double confidence, Decision decision) {
        List<String> codes = same.stream().map(each -> each.place().code()).toList();
        return same.size() == 1 ? new Resolution(codes.get(0), confidence, decision, codes) : ask(0.5, codes);
    }

    private static List<String> codes(List<Match> matches) {
        return matches.stream().limit(5).map(Match::code).toList();
    }

    private static Resolution ask(double confidence, List<String> candidates) {
        return new Resolution(null, Math.min(confidence, 0.85), Decision.ASK, candidates);
    }
}
