package in.sangam.core.place;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a name in Latin or Devanagari script means: exact, alias, transliteration key, fuzzy; always
 * inside its parent. Safe for many threads; the same question is answered from memory.
 */
public final class PlaceNames {

    private static final int REMEMBERED = 20_000;

    private final Places places;
    private final Map<String, List<String>> configured;
    private final Collection<String> elsewhere;
    private final NavigableSet<LocalDate> changes = new TreeSet<>();
    private volatile Known known;

    private record Question(String name, Level level, @Nullable String within, @Nullable LocalDate on) {}

    /** All that one set of aliases answers. */
    private record Known(
            Map<String, List<String>> aliases,
            PlaceIndex index,
            UnitWords units,
            Map<Question, Resolution> remembered) {

        Resolution search(Question asked) {
            Candidates among = index.candidates(asked.level, asked.within, asked.on);
            Resolution found = new NameSearch(asked.name, among, index).resolve();
            String treeLevel = asked.level == Level.UNIT ? asked.within : null;
            return found.code() != null || treeLevel == null
                    ? found
                    : new NameSearch(units.bare(treeLevel, asked.name), among, index).resolve();
        }
    }

    PlaceNames(Places places, Map<String, List<String>> aliases, Collection<String> elsewhere) {
        this.places = places;
        this.configured = Map.copyOf(aliases);
        this.elsewhere = List.copyOf(elsewhere);
        for (Place place : places.all()) {
            if (place.from() != null) {
                changes.add(place.from());
            }
            if (place.to() != null) {
                changes.add(place.to().plusDays(1));
            }
        }
        this.known = known(Map.of());
    }

    private Known known(Map<String, List<String>> learned) {
        Map<String, List<String>> aliases = new HashMap<>(configured);
        learned.forEach((code, spellings) -> aliases.merge(code, spellings, PlaceNames::joined));
        return new Known(
                aliases,
                new PlaceIndex(places, aliases, elsewhere),
                new UnitWords(places.trees()),
                new ConcurrentHashMap<>());
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * Takes the spellings that people have decided, by place code, besides those of the configuration and instead of those
     * taken before. Names asked from now on are answered by them; a code that is not in the tree is left out.
     */
    public void learn(Map<String, List<String>> learned) {
        known = known(learned);
    }

    /**
     * Resolves a name or code; never throws on odd names.
     *
     * @param level level that the place must have
     * @param within code of a place that it must lie in, null for anywhere; the district is asked where the place given
     *     is itself no parent of that level, as a sub-division is none of a block; of a unit its tree and level there, as
     *     {@code police/range}
     */
    public Resolution resolve(String name, Level level, @Nullable String within) {
        return resolve(name, level, within, null);
    }

    /**
     * Resolves a name as of a day: places that did not exist then, or no longer, are not meant.
     *
     * @param day in Asia/Kolkata; null for any
     */
    public Resolution resolve(String name, Level level, @Nullable String within, @Nullable LocalDate day) {
        LocalDate on = day == null ? null : same(day);
        Question question = new Question(name, level, within, on);
        Known now = known;
        Resolution remembered = now.remembered().get(question);
        if (remembered != null) {
            return remembered;
        }
        Resolution found = now.search(question);
        if (now.remembered().size() >= REMEMBERED) {
            now.remembered().clear(); // all at once: simpler than an order of age, and odd names are few
        }
        now.remembered().put(question, found);
        return found;
    }

    /** Returns whether some departmental tree has a level, as mappings name it: {@code police/range}. */
    public boolean isTreeLevel(String treeLevel) {
        return places.trees().isLevel(treeLevel);
    }

    /** Returns whether a place is a block, what stands beside one, or smaller; false for a unit of a departmental tree. */
    public boolean isSmall(String place) {
        Level level = places.get(place).level();
        return level.compareTo(Level.SUBDIVISION) > 0 && level != Level.UNIT;
    }

    /** Returns whether a place lies in another, or is it. */
    public boolean isWithin(String place, String holder) {
        return place.equals(holder)
                || places.ancestors(place).stream()
                        .anyMatch(above -> above.code().equals(holder));
    }

    /** The first of the days on which the same places exist: so that what is remembered does not grow with the days. */
    private @Nullable LocalDate same(LocalDate day) {
        return changes.isEmpty() ? null : changes.floor(day) == null ? LocalDate.MIN : changes.floor(day);
    }

    /** Returns the spellings that somebody has decided for a place. */
    public List<String> aliases(String code) {
        return known.aliases().getOrDefault(code, List.of());
    }
}
