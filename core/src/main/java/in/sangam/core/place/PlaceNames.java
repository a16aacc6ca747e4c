package in.sangam.core.place;

import in.sangam.core.place.Resolution.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a name in Latin or Devanagari script means: exact, alias, transliteration key, fuzzy; always
 * inside its parent. Safe for many threads; the same question is answered from memory.
 */
public final class PlaceNames {

    private static final int REMEMBERED = 20_000;

    private final Places places;
    private final Map<String, List<String>> aliases;
    private final List<SpokenName> elsewhere;
    private final Map<String, NamedPlace> named = new HashMap<>();
    private final Map<Question, Resolution> remembered = new ConcurrentHashMap<>();

    private record Question(String name, Level level, @Nullable String within) {}

    PlaceNames(Places places, Map<String, List<String>> aliases, Collection<String> elsewhere) {
        this.places = places;
        this.aliases = Map.copyOf(aliases);
        this.elsewhere = elsewhere.stream()
                .flatMap(name -> SpokenName.parts(name).names().stream())
                .toList();
        for (Place place : places.all()) {
            named.put(place.code(), new NamedPlace(place, aliases.getOrDefault(place.code(), List.of())));
        }
    }

    /**
     * Resolves a name or code; never throws on odd names.
     *
     * @param level level that the place must have
     * @param within code of a place that it must lie in, null for anywhere; the district is asked where the place given
     *     is itself no parent of that level, as a sub-division is none of a block
     */
    public Resolution resolve(String name, Level level, @Nullable String within) {
        Question question = new Question(name, level, within);
        Resolution known = remembered.get(question);
        if (known != null) {
            return known;
        }
        Resolution found = new Search(name, candidates(level, within)).resolve();
        if (remembered.size() >= REMEMBERED) {
            remembered.clear(); // all at once: simpler than an order of age, and odd names are few
        }
        remembered.put(question, found);
        return found;
    }

    private List<NamedPlace> candidates(Level level, @Nullable String within) {
        String scope = within == null || within.isBlank() ? places.root().code() : within.strip();
        List<Place> inside = places.children(scope, level);
        if (inside.isEmpty()) {
            inside = places.at(Level.DISTRICT, scope)
                    .filter(district -> !district.code().equals(scope) && level.compareTo(Level.DISTRICT) > 0)
                    .map(district -> places.children(district.code(), level))
                    .orElse(List.of());
        }
        List<NamedPlace> candidates = new ArrayList<>();
        for (Place place : inside) {
            NamedPlace candidate = named.get(place.code());
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    /** Returns the spellings that somebody has decided for a place. */
    public List<String> aliases(String code) {
        return aliases.getOrDefault(code, List.of());
    }

    /** One question, step by step. */
    private final class Search {

        private final String written;
        private final List<NamedPlace> candidates;

        Search(String name, List<NamedPlace> candidates) {
            this.written = NamedPlace.folded(name);
            this.candidates = candidates;
            this.parts = SpokenName.parts(name);
        }

        private final SpokenName.Parts parts;

        Resolution resolve() {
            if (written.isEmpty() || candidates.isEmpty()) {
                return ask(0, List.of());
            }
            List<NamedPlace> same = candidates.stream()
                    .filter(candidate -> candidate.isWritten(written))
                    .toList();
            if (!same.isEmpty()) {
                return decided(same, 1, Decision.EXACT);
            }
            same = candidates.stream()
                    .filter(candidate -> candidate.hasAlias(written))
                    .toList();
            if (!same.isEmpty()) {
                return decided(same, 0.99, Decision.ALIAS);
            }
            return bySound();
        }

        private Resolution bySound() {
            List<Match> matches = Match.best(parts, candidates);
            if (matches.isEmpty()) {
                return ask(0, List.of());
            }
            Match best = matches.get(0);
            double next = matches.size() > 1 ? matches.get(1).similarity() : 0;
            if (!best.isSure(next) || !isExplained(best)) {
                return ask(best.similarity(), codes(matches));
            }
            return best.isSameSound()
                    ? new Resolution(best.code(), 0.95, Decision.KEY, codes(matches))
                    : new Resolution(best.code(), best.similarity(), Decision.FUZZY, codes(matches));
        }

        /** Whether what stands in brackets fits: another name of the place, or of one that holds it; nothing elsewhere. */
        private boolean isExplained(Match match) {
            return parts.qualifiers().stream()
                    .allMatch(qualifier -> explains(qualifier, match.candidate())
                            || match.isSameSound() && isFormerName(qualifier, match.candidate()));
        }

        private boolean explains(SpokenName qualifier, NamedPlace candidate) {
            if (candidate.similarity(qualifier) >= Match.SURE || NameWords.isGeneric(qualifier.skeleton())) {
                return true;
            }
            return places.ancestors(candidate.place().code()).stream()
                    .map(place -> named.get(place.code()))
                    .anyMatch(above -> above != null && above.similarity(qualifier) >= Match.SURE);
        }

        /** A name nobody knows is taken for a former one, unless it is another place's here, or one of another state. */
        private boolean isFormerName(SpokenName qualifier, NamedPlace candidate) {
            boolean other =
                    candidates.stream().anyMatch(each -> each != candidate && each.similarity(qualifier) >= Match.SURE);
            return !other && elsewhere.stream().noneMatch(name -> name.similarity(qualifier) >= Match.SURE);
        }

        private Resolution decided(List<NamedPlace> same, double confidence, Decision decision) {
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
}
