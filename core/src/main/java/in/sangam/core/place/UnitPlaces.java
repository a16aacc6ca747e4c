package in.sangam.core.place;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the units of departmental trees lie in the tree of places. */
final class UnitPlaces {

    private final DepartmentTrees trees;
    private final Places places;

    UnitPlaces(DepartmentTrees trees, Places places) {
        this.trees = trees;
        this.places = places;
    }

    /** Returns a place for each unit: there counts a record that names the unit and no smaller place. */
    List<Place> all() {
        return trees.places().stream().map(this::place).toList();
    }

    private Place place(String code) {
        List<Unit> versions = trees.versions(code);
        Unit last = versions.get(versions.size() - 1);
        return new Place(code, Level.UNIT, last.nameEn(), last.nameHi(), holder(last), first(versions), last(versions));
    }

    private static @Nullable LocalDate first(List<Unit> versions) {
        return versions.stream().anyMatch(unit -> unit.from() == null)
                ? null
                : versions.stream()
                        .map(unit -> Objects.requireNonNull(unit.from()))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static @Nullable LocalDate last(List<Unit> versions) {
        return versions.stream().anyMatch(unit -> unit.to() == null)
                ? null
                : versions.stream()
                        .map(unit -> Objects.requireNonNull(unit.to()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** The smallest place that holds all that a unit ever covers; of one that covers nothing, that of the unit it lies in. */
    private String holder(Unit unit) {
        Set<String> covered = new LinkedHashSet<>();
        gatherEver(unit.place(), covered);
        String parent = unit.parentPlace();
        if (covered.isEmpty() && parent != null) {
            return holder(trees.versions(parent).get(0));
        }
        return covered.stream()
                .map(this::upwards)
                .reduce((some, more) -> some.stream().filter(more::contains).toList())
                .flatMap(common -> common.stream().findFirst())
                .orElse(places.root().code());
    }

    private void gatherEver(String code, Set<String> covered) {
        trees.versions(code).forEach(unit -> covered.addAll(unit.covers()));
        trees.inside(code).forEach(below -> gatherEver(below.place(), covered));
    }

    private List<String> upwards(String code) {
        return Stream.concat(Stream.of(code), places.ancestors(code).stream().map(Place::code))
                .toList();
    }

    /** Returns what a unit is on a day; nothing when it is not there. */
    Area area(String code, LocalDate day) {
        Set<String> all = new LinkedHashSet<>();
        trees.find(code, day).ifPresent(unit -> gather(unit, day, all));
        return new Area(
                all.stream()
                        .filter(each -> places.ancestors(each).stream().noneMatch(above -> all.contains(above.code())))
                        .toList(),
                List.of());
    }

    private void gather(Unit unit, LocalDate day, Set<String> all) {
        all.addAll(unit.covers());
        all.add(unit.place());
        trees.inside(unit.place()).stream()
                .filter(below -> below.isThere(day))
                .forEach(below -> gather(below, day, all));
    }

    /** Returns all that lies in no unit of a level on a day: with the units' areas it is the whole state, each part once. */
    List<Unassigned> beside(String tree, String level, LocalDate day) {
        Set<String> covered = new HashSet<>();
        trees.units(tree, level, day)
                .forEach(unit -> covered.addAll(area(unit.place(), day).plus()));
        Set<String> above = new HashSet<>();
        covered.forEach(code -> places.ancestors(code).forEach(place -> above.add(place.code())));
        if (covered.isEmpty()) {
            return List.of(new Unassigned(
                    places.root(),
                    Unassigned.Why.IN_NO_UNIT,
                    Area.of(places.root().code())));
        }
        return places.all().stream()
                .filter(place -> above.contains(place.code()))
                .flatMap(place -> beside(place, covered, above))
                .toList();
    }

    private Stream<Unassigned> beside(Place holder, Set<String> covered, Set<String> above) {
        List<Place> inside = places.subtree(holder.code()).stream()
                .filter(place -> holder.code().equals(place.parent()))
                .toList();
        List<String> elsewhere = inside.stream()
                .filter(place -> covered.contains(place.code()) || !isVague(place))
                .map(Place::code)
                .toList();
        Unassigned unnamed =
                new Unassigned(holder, Unassigned.Why.NOT_NAMED_FURTHER, new Area(List.of(holder.code()), elsewhere));
        List<String> outside = elsewhere.stream()
                .filter(code -> !covered.contains(code) && !above.contains(code))
                .toList();
        return outside.isEmpty()
                ? Stream.of(unnamed)
                : Stream.of(unnamed, new Unassigned(holder, Unassigned.Why.IN_NO_UNIT, new Area(outside, List.of())));
    }

    /** Units of other levels or trees, and sub-divisions of which nobody knows what lies in them, may lie in any unit of the holder. */
    private boolean isVague(Place place) {
        return place.level() == Level.UNIT
                || (place.level() == Level.SUBDIVISION
                        && places.subtree(place.code()).stream()
                                .allMatch(each -> each.level().compareTo(Level.BLOCK) < 0));
    }
}
