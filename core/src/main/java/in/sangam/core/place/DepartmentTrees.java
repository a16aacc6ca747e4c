package in.sangam.core.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The trees by which departments cut the state for themselves. Immutable and safe for many threads. */
public final class DepartmentTrees {

    private final Map<String, List<Unit>> rows = new TreeMap<>();
    private final Map<String, List<Unit>> byPlace = new LinkedHashMap<>();
    private final Map<String, List<String>> byLevel = new HashMap<>();
    private final Map<String, List<Unit>> inside = new HashMap<>();

    /** Takes units that were checked against each other and against the places that they cover. */
    DepartmentTrees(Collection<Unit> units) {
        for (Unit unit : units) {
            rows.computeIfAbsent(unit.tree(), tree -> new ArrayList<>()).add(unit);
            byPlace.computeIfAbsent(unit.place(), place -> new ArrayList<>()).add(unit);
            List<String> level = byLevel.computeIfAbsent(unit.treeLevel(), word -> new ArrayList<>());
            if (!level.contains(unit.place())) {
                level.add(unit.place());
            }
            String parent = unit.parentPlace();
            if (parent != null) {
                inside.computeIfAbsent(parent, place -> new ArrayList<>()).add(unit);
            }
        }
    }

    /** Returns the words of the trees, in their order. */
    public List<String> names() {
        return List.copyOf(rows.keySet());
    }

    /** Returns the levels of a tree, from the top; none for an unknown tree. */
    public List<String> levels(String tree) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        units(tree).forEach(unit -> depths.merge(unit.level(), depth(unit), Math::max));
        return depths.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private int depth(Unit unit) {
        String parent = unit.parentPlace();
        return parent == null
                ? 0
                : 1 + versions(parent).stream().mapToInt(this::depth).max().orElse(0);
    }

    /** Returns the levels of all trees as mappings name them: {@code police/range}. */
    Stream<String> treeLevels() {
        return names().stream().flatMap(tree -> levels(tree).stream().map(level -> tree + '/' + level));
    }

    /** Returns all rows of a tree, in the order of its file; none for an unknown tree. */
    public List<Unit> units(String tree) {
        return rows.getOrDefault(tree, List.of());
    }

    /** Returns the units of a level as they are on a day, by English name. */
    public List<Unit> units(String tree, String level, LocalDate day) {
        return units(tree).stream()
                .filter(unit -> unit.level().equals(level) && unit.isThere(day))
                .sorted(Comparator.comparing(Unit::nameEn).thenComparing(Unit::code))
                .toList();
    }

    /** Returns a unit as it is on a day; empty when it is not there, or no unit has the code. */
    public Optional<Unit> find(String place, LocalDate day) {
        return versions(place).stream().filter(unit -> unit.isThere(day)).findFirst();
    }

    /** Returns whether some tree has a level: {@code police/range}. */
    public boolean isLevel(String treeLevel) {
        return !placesOf(treeLevel).isEmpty();
    }

    /** Returns the codes of all units of a level of a tree, whenever they are there. */
    public List<String> placesOf(String treeLevel) {
        return byLevel.getOrDefault(treeLevel, List.of());
    }

    /** Returns whether a unit is of a level of a tree, whenever it is there. */
    public boolean isOf(String place, String treeLevel) {
        return placesOf(treeLevel).contains(place);
    }

    /** Returns all rows of a unit. */
    List<Unit> versions(String place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /** Returns the codes of all units, in the order of the files. */
    Collection<String> places() {
        return byPlace.keySet();
    }

    /** Returns the rows of units that lie directly in a unit, on whatever days. */
    List<Unit> inside(String place) {
        return inside.getOrDefault(place, List.of());
    }
}
