package in.sangam.core.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that no place is covered by two units of one level on the same day: its records would count twice. A unit covers what the
 * units in it cover as well. Parents are known to be there, without a circle.
 */
final class TreeOverlap {

    /** That a unit covers a place on some days; {@code by} is the row that says so, perhaps of a unit in it. */
    private record Claim(String unit, String place, Days days, TreeRow by) {}

    private final List<TreeRow> rows;
    private final Map<String, Place> places;
    private final Map<String, Map<String, List<Claim>>> byLevel = new LinkedHashMap<>();
    private final Set<List<Integer>> told = new HashSet<>();

    TreeOverlap(List<TreeRow> rows, Map<String, Place> places) {
        this.rows = rows;
        this.places = places;
    }

    /** Adds an error to the later of two rows that cover the same. */
    void check() {
        for (TreeRow row : rows) {
            for (String place : new LinkedHashSet<>(row.unit().covers())) {
                claim(row, new Claim(row.unit().code(), place, row.unit().days(), row));
            }
        }
        byLevel.values().forEach(level -> level.values().forEach(same -> same.forEach(claim -> compare(claim, level))));
    }

    private void claim(TreeRow of, Claim claim) {
        byLevel.computeIfAbsent(of.unit().level(), level -> new HashMap<>())
                .computeIfAbsent(claim.place(), place -> new ArrayList<>())
                .add(claim);
        String parent = of.unit().parent();
        for (TreeRow holder : rows) {
            Days both = holder.unit().code().equals(parent)
                    ? claim.days().with(holder.unit().days())
                    : null;
            if (both != null) {
                claim(holder, new Claim(holder.unit().code(), claim.place(), both, claim.by()));
            }
        }
    }

    private void compare(Claim claim, Map<String, List<Claim>> level) {
        for (Place at = places.get(claim.place()); at != null; at = above(at)) {
            for (Claim other : level.getOrDefault(at.code(), List.of())) {
                if (!other.unit().equals(claim.unit()) && other.days().meet(claim.days())) {
                    tell(claim, other);
                }
            }
        }
    }

    private @Nullable Place above(Place place) {
        String parent = place.parent();
        return parent == null ? null : places.get(parent);
    }

    private void tell(Claim claim, Claim other) {
        boolean later = claim.by().row().line() >= other.by().row().line();
        Claim second = later ? claim : other;
        Claim first = later ? other : claim;
        if (told.add(List.of(first.by().row().line(), second.by().row().line()))) {
            Place inner = Objects.requireNonNull(places.get(claim.place()), "every place covered is known");
            second.by()
                    .row()
                    .error(
                            "covers",
                            TreeFiles.said(inner) + " is covered by '" + first.unit() + "' too (line "
                                    + first.by().row().line() + "), of the same level and for some of the same days",
                            "Give it to one of them, or end the earlier by a day in 'to'");
        }
    }
}
