package in.sangam.core.place;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tree of places. Immutable and safe for many threads. */
public final class Places {

    private final Place root;
    private final Map<String, Place> byCode = new LinkedHashMap<>();
    private final Map<String, List<Place>> ancestors = new HashMap<>();
    private final Map<String, List<Place>> subtrees = new HashMap<>();
    private final PlaceNames names;

    /**
     * Takes places whose parents are among them, with one state.
     *
     * @param aliases further spellings by place code
     * @param elsewhere names that are not in this tree, e.g. of other states: a name that carries one is asked about
     */
    public Places(Collection<Place> places, Map<String, List<String>> aliases, Collection<String> elsewhere) {
        List<Place> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparing(Place::level));
        root = sorted.get(0);
        for (Place place : sorted) {
            byCode.put(place.code(), place);
            List<Place> above = above(place);
            ancestors.put(place.code(), above);
            subtrees.computeIfAbsent(place.code(), code -> new ArrayList<>()).add(place);
            above.forEach(ancestor ->
                    subtrees.getOrDefault(ancestor.code(), new ArrayList<>()).add(place));
        }
        names = new PlaceNames(this, aliases, elsewhere);
    }

    /** Loads a folder of places; when it cannot be used, adds errors and returns a tree of the state alone. */
    public static Places load(ConfigFolder folder, ConfigErrors errors) {
        return PlaceFiles.load(folder, errors);
    }

    private List<Place> above(Place place) {
        String parent = place.parent();
        Place holder = parent == null ? null : byCode.get(parent);
        if (holder == null) {
            return List.of();
        }
        List<Place> above = new ArrayList<>();
        above.add(holder);
        above.addAll(ancestors.getOrDefault(holder.code(), List.of()));
        return List.copyOf(above);
    }

    /** Returns the state: the root of the tree. */
    public Place root() {
        return root;
    }

    /** Returns the place with this code, empty when there is none. */
    public Optional<Place> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Returns the place with this code; throws {@link IllegalArgumentException} when there is none. */
    public Place get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No place has the code '" + code + "'"));
    }

    /** Returns all places, parents before children. */
    public Collection<Place> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    /** Returns all places of a level, by English name. */
    public List<Place> ofLevel(Level level) {
        return children(root.code(), level);
    }

    /** Returns the places above one, nearest first, the state last; empty for the state and for unknown codes. */
    public List<Place> ancestors(String code) {
        return ancestors.getOrDefault(code, List.of());
    }

    /** Returns the place and all places below it, parents before children; empty for unknown codes. */
    public List<Place> subtree(String code) {
        return Collections.unmodifiableList(subtrees.getOrDefault(code, List.of()));
    }

    /** Returns the places of a level in the subtree of one, by English name. */
    public List<Place> children(String code, Level level) {
        return subtree(code).stream()
                .filter(place -> place.level() == level)
                .sorted(Comparator.comparing(Place::nameEn).thenComparing(Place::code))
                .toList();
    }

    /** Returns the place of the given level that holds this one, or itself when it has that level; empty when none does. */
    public Optional<Place> at(Level level, String code) {
        Optional<Place> self = find(code).filter(place -> place.level() == level);
        return self.isPresent()
                ? self
                : ancestors(code).stream()
                        .filter(place -> place.level() == level)
                        .findFirst();
    }

    /** Returns the resolver of names. */
    public PlaceNames names() {
        return names;
    }
}
