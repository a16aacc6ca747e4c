package in.sangam.core.place;

import java.util.Collection;
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

    private final Map<String, List<String>> aliases;
    private final PlaceIndex index;
    private final Map<Question, Resolution> remembered = new ConcurrentHashMap<>();

    private record Question(String name, Level level, @Nullable String within) {}

    PlaceNames(Places places, Map<String, List<String>> aliases, Collection<String> elsewhere) {
        this.aliases = Map.copyOf(aliases);
        this.index = new PlaceIndex(places, aliases, elsewhere);
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
        Resolution found = new NameSearch(name, index.candidates(level, within), index).resolve();
        if (remembered.size() >= REMEMBERED) {
            remembered.clear(); // all at once: simpler than an order of age, and odd names are few
        }
        remembered.put(question, found);
        return found;
    }

    /** Returns the spellings that somebody has decided for a place. */
    public List<String> aliases(String code) {
        return aliases.getOrDefault(code, List.of());
    }
}
