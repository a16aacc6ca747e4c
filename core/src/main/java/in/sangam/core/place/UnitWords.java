package in.sangam.core.place;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words in the names of departments' units that only say what kind of unit it is, in each tree by level: those of the tree and the
 * level, and those that the names of all its units have. So the police district Bagaha is found as Bagaha too.
 */
final class UnitWords {

    private final DepartmentTrees trees;
    private final Map<String, Set<String>> kinds = new HashMap<>();

    UnitWords(DepartmentTrees trees) {
        this.trees = trees;
        for (String tree : trees.names()) {
            trees.units(tree).stream()
                    .collect(Collectors.groupingBy(Unit::treeLevel))
                    .forEach((level, units) -> kinds.put(level, kinds(level, units)));
        }
    }

    private static Set<String> kinds(String treeLevel, List<Unit> units) {
        Set<String> kinds = words(treeLevel.replace('/', ' ').replace('-', ' ')).collect(Collectors.toSet());
        if (units.stream().map(Unit::code).distinct().count() > 1) {
            kinds.addAll(shared(units.stream().map(Unit::nameEn)));
            kinds.addAll(shared(units.stream().map(Unit::nameHi).flatMap(Stream::ofNullable)));
        }
        return kinds;
    }

    private static Set<String> shared(Stream<String> names) {
        return names.map(name -> words(name).collect(Collectors.<String, Set<String>>toCollection(HashSet::new)))
                .reduce((some, more) -> {
                    some.retainAll(more);
                    return some;
                })
                .orElseGet(Set::of);
    }

    /** Returns the names of a unit without those words. */
    List<String> bare(String place) {
        return trees.versions(place).stream()
                .flatMap(unit -> Stream.concat(Stream.of(unit.nameEn()), Stream.ofNullable(unit.nameHi()))
                        .flatMap(name -> Stream.of(name, bare(unit.treeLevel(), name))))
                .distinct()
                .toList();
    }

    /** Returns a name without the words of a level of a tree; as it is when nothing else would be left. */
    String bare(String treeLevel, String name) {
        Set<String> kind = kinds.getOrDefault(treeLevel, Set.of());
        String rest = Arrays.stream(name.strip().split("[\\s.,-]+"))
                .filter(word -> !kind.contains(Skeleton.of(Skeleton.latin(word))))
                .collect(Collectors.joining(" "));
        return rest.isBlank() ? name : rest;
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.strip().split("[\\s.,-]+")).map(word -> Skeleton.of(Skeleton.latin(word)));
    }
}
