package in.sangam.core.place;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tree of places. Immutable and safe for many threads. */
public final class Places {

    private final Place root;
    private final Map<String, Place> byCode = new LinkedHashMap<>();
    private final Map<String, List<Place>> ancestors = new HashMap<>();
    private final Map<String, List<Place>> subtrees = new HashMap<>();
    private final DepartmentTrees trees;
    private final UnitPlaces units;
    private final PlaceNames names;

    /** Takes places as {@link #Places(Collection, Collection, Map, Collection)} does, and no department has a tree of its own. */
    public Places(Collection<Place> places, Map<String, List<String>> aliases, Collection<String> elsewhere) {
        this(places, List.of(), aliases, elsewhere);
    }

    /**
     * Takes places whose parents are among them, with one state.
     *
     * @param units of departmental trees, checked against the places
     * @param aliases further spellings by place code
     * @param elsewhere names that are not in this tree, e.g. of other states: a name that carries one is asked about
     */
    public Places(
            Collection<Place> places,
            Collection<Unit> units,
            Map<String, List<String>> aliases,
            Collection<String> elsewhere) {
        List<Place> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparing(Place::level));
        root = sorted.get(0);
        sorted.forEach(this::add);
        this.trees = new DepartmentTrees(units);
        this.units = new UnitPlaces(trees, this);
        this.units.all().forEach(this::add);
        names = new PlaceNames(this, aliases, elsewhere);
    }

    private void add(Place place) {
        byCode.put(place.code(), place);
        List<Place> above = above(place);
        ancestors.put(place.code(), above);
        subtrees.computeIfAbsent(place.code(), code -> new ArrayList<>()).add(place);
        above.forEach(ancestor ->
                subtrees.getOrDefault(ancestor.code(), new ArrayList<>()).add(place));
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

    /** Returns the place with this code, a unit of a departmental tree by the name that it has on a day. */
    public Optional<Place> find(String code, LocalDate day) {
        return find(code).map(place -> trees.find(code, day)
                .map(unit -> new Place(
                        code, Level.UNIT, unit.nameEn(), unit.nameHi(), place.parent(), unit.from(), unit.to()))
                .orElse(place));
    }

    /** Returns the place with this code; throws {@link IllegalArgumentException} when there is none. */
    public Place get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No place has the code '" + code + "'"));
    }

    /** Returns all places, parents before children, units of departmental trees last. */
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
        Place self = byCode.get(code);
        if (self != null && self.level() == level) {
            return Optional.of(self);
        }
        for (Place above : ancestors(code)) { // each record asks: no stream
            if (above.level() == level) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /** Returns the trees of departments. */
    public DepartmentTrees trees() {
        return trees;
    }

    /**
     * Returns over what a number of a subject is added up.
     *
     * @param subject a place, a unit of a departmental tree as it is on the day (nothing when it is not there), or what else
     *     measures name
     */
    public Area area(String subject, LocalDate day) {
        return Unit.isUnit(subject) ? units.area(subject, day) : Area.of(subject);
    }

    /** Returns the places that lie in an area, itself among them; none of a post or department. */
    public List<Place> inside(Area area) {
        Set<Place> without = new HashSet<>();
        area.minus().forEach(code -> without.addAll(subtree(code)));
        return area.plus().stream()
                .flatMap(code -> subtree(code).stream())
                .filter(place -> !without.contains(place))
                .toList();
    }

    /**
     * Returns what lies in no unit of a level of a departmental tree on a day; with the areas of the units it is the whole state,
     * each part once.
     */
    public List<Unassigned> beside(String tree, String level, LocalDate day) {
        return units.beside(tree, level, day);
    }

    /** Returns the resolver of names. */
    public PlaceNames names() {
        return names;
    }
}
