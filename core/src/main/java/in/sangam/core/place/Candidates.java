package in.sangam.core.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places of one level inside one place, found by how they are written. */
final class Candidates {

    private final Level level;
    private final List<NamedPlace> all;
    private final Map<String, List<NamedPlace>> written = new HashMap<>();
    private final Map<String, List<NamedPlace>> aliased = new HashMap<>();

    Candidates(Level level, List<NamedPlace> all) {
        this.level = level;
        this.all = List.copyOf(all);
        for (NamedPlace place : all) {
            place.written().forEach(name -> written.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(place));
            place.aliases().forEach(name -> aliased.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(place));
        }
    }

    Level level() {
        return level;
    }

    List<NamedPlace> all() {
        return all;
    }

    List<NamedPlace> written(String folded) {
        return written.getOrDefault(folded, List.of());
    }

    List<NamedPlace> aliased(String folded) {
        return aliased.getOrDefault(folded, List.of());
    }
}
