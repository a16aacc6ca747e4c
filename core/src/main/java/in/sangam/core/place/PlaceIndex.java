package in.sangam.core.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All places by name, for one set of aliases. What is costly is made when it is first needed. Safe for many threads. */
final class PlaceIndex {

    private record Scope(Level level, String within, @Nullable LocalDate on) {}

    private final Places places;
    private final List<SpokenName> elsewhere;
    private final Map<String, NamedPlace> named = new HashMap<>();
    private final Map<Scope, Candidates> candidates = new ConcurrentHashMap<>();
    private final Supplier<Boolean> lent = new Once<>(() -> {
        lendAmongNamesakes();
        return true;
    });
    private final Supplier<Map<String, List<NamedPlace>>> bySound = new Once<>(this::sounds);

    PlaceIndex(Places places, Map<String, List<String>> aliases, Collection<String> elsewhere) {
        this.places = places;
        this.elsewhere = elsewhere.stream()
                .flatMap(name -> NameParts.of(name).names().stream())
                .toList();
        UnitWords kinds = new UnitWords(places.trees());
        for (Place place : places.all()) {
            List<String> further = aliases.getOrDefault(place.code(), List.of());
            named.put(
                    place.code(),
                    place.level() == Level.UNIT
                            ? new NamedPlace(place, further, kinds.bare(place.code()))
                            : new NamedPlace(place, further));
        }
    }

    /** Once, before the first question that spelling alone does not answer. */
    private void lendAmongNamesakes() {
        places.ofLevel(Level.DISTRICT)
                .forEach(district -> Namesakes.lend(places.subtree(district.code()).stream()
                        .filter(place -> place.level().compareTo(Level.DISTRICT) > 0
                                && !place.level().isOperators())
                        .map(this::named)
                        .toList()));
    }

    /** Returns what a name sounds like among candidates, best first. */
    List<Match> bySound(List<SpokenName> names, Candidates here) {
        Object unused = lent.get();
        return Match.best(names, here.all());
    }

    private NamedPlace named(Place place) {
        NamedPlace found = named.get(place.code());
        if (found == null) {
            throw new IllegalStateException("Every place of the tree has its names");
        }
        return found;
    }

    /** Returns the places of a level inside a place that exist on a day, null for any day; none when the code is unknown. */
    Candidates candidates(Level level, @Nullable String within, @Nullable LocalDate on) {
        String scope = within == null || within.isBlank() ? places.root().code() : within.strip();
        return candidates.computeIfAbsent(
                new Scope(level, scope, on),
                key -> new Candidates(
                        level,
                        inside(level, scope).stream()
                                .filter(place -> on == null || place.isThere(on))
                                .map(this::named)
                                .toList()));
    }

    /** Units of departmental trees are looked for among those of their tree and level: {@code police/range}. */
    private List<Place> units(String treeLevel) {
        return places.trees().placesOf(treeLevel).stream().map(places::get).toList();
    }

    /** Where a sub-division or smaller place is given, also those of its district whose sub-division is not known. */
    private List<Place> inside(Level level, String scope) {
        if (level == Level.UNIT) {
            return units(scope);
        }
        List<Place> inside = new ArrayList<>(places.children(scope, level));
        places.at(Level.DISTRICT, scope)
                .filter(district -> !district.code().equals(scope) && level.compareTo(Level.SUBDIVISION) > 0)
                .ifPresent(district -> places.children(district.code(), level).stream()
                        .filter(place -> district.code().equals(place.parent()))
                        .forEach(inside::add));
        return inside;
    }

    /**
     * Whether a name sounds like a place that is none of the candidates: one of their level or, where districts are asked,
     * a smaller one that does not lie in the one meant.
     */
    boolean isAnotherPlace(List<SpokenName> names, Candidates here, NamedPlace meant) {
        return names.stream()
                .flatMap(name -> bySound.get().getOrDefault(name.toString(), List.of()).stream())
                .map(NamedPlace::place)
                .filter(place -> here.level().isOperators() || !place.level().isOperators())
                .anyMatch(place -> place.level() == here.level()
                        ? here.all().stream().noneMatch(each -> each.place().equals(place))
                        : here.level().compareTo(Level.DISTRICT) <= 0
                                && !places.ancestors(place.code()).contains(meant.place()));
    }

    private Map<String, List<NamedPlace>> sounds() {
        Map<String, List<NamedPlace>> sounds = new HashMap<>();
        for (NamedPlace place : named.values()) {
            if (place.place().level() == Level.UNIT) {
                continue; // names of departments' units say nothing about those of places, nor of other departments'
            }
            for (SpokenName name : place.ownNames()) {
                sounds.computeIfAbsent(name.toString(), n -> new ArrayList<>()).add(place);
            }
        }
        return sounds;
    }

    /** Whether a reading names one of the places that hold a place. */
    boolean isAbove(Place place, SpokenName reading) {
        return places.ancestors(place.code()).stream()
                .anyMatch(above -> named(above).similarity(reading) >= Match.SURE);
    }

    /** Whether a reading names something outside the tree. */
    boolean isElsewhere(SpokenName reading) {
        return elsewhere.stream().anyMatch(name -> name.similarity(reading) >= Match.SURE);
    }
}
