package in.sangam.core.place;

import in.sangam.core.config.NearestWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the rows of one departmental tree against each other: days of one code, parents, circles, what they cover. */
final class TreeCheck {

    private final List<TreeRow> rows;
    private final Map<String, Place> places;
    private final Map<String, List<TreeRow>> byCode = new LinkedHashMap<>();

    TreeCheck(List<TreeRow> rows, Map<String, Place> places) {
        this.rows = rows;
        this.places = places;
        for (TreeRow row : rows) {
            byCode.computeIfAbsent(row.unit().code(), code -> new ArrayList<>()).add(row);
        }
    }

    /** Adds an error to the row that has one. */
    void check() {
        boolean sound = true;
        for (TreeRow row : rows) {
            sound &= days(row);
            sound &= parent(row);
        }
        if (sound && noCircle()) {
            new TreeOverlap(rows, places).check();
        }
    }

    @SuppressWarnings("ReferenceEquality") // the row itself, not one that says the same
    private boolean days(TreeRow row) {
        for (TreeRow other : byCode.getOrDefault(row.unit().code(), List.of())) {
            if (other == row) {
                return true;
            }
            if (other.unit().days().meet(row.unit().days())) {
                row.row()
                        .error(
                                "code",
                                "'" + row.unit().code() + "' stands in line "
                                        + other.row().line() + " too, for some of the same days",
                                "Give each unit a code of its own, or end the earlier row by a day in 'to'");
                return false;
            }
        }
        return true;
    }

    private boolean parent(TreeRow row) {
        Unit unit = row.unit();
        String parent = unit.parent();
        if (parent == null) {
            boolean held = rows.stream()
                    .anyMatch(each -> unit.code().equals(each.unit().parent()));
            if (unit.covers().isEmpty() && !held) {
                row.row()
                        .error(
                                "covers",
                                "'" + unit.code() + "' covers no place, lies in no unit and holds none",
                                "Write the codes of the places it covers, or its 'parent'");
                return false;
            }
            return true;
        }
        List<TreeRow> holders = byCode.getOrDefault(parent, List.of());
        if (holders.isEmpty()) {
            row.row()
                    .error(
                            "parent",
                            "No unit of this file has the code '" + parent + "'",
                            NearestWord.remedy(parent, byCode.keySet()));
            return false;
        }
        if (holders.stream().noneMatch(holder -> holder.unit().days().meet(unit.days()))) {
            row.row()
                    .error(
                            "parent",
                            "'" + parent + "' is not there on any of these days",
                            "Correct 'from' and 'to' here or in line "
                                    + holders.get(0).row().line());
            return false;
        }
        if (!parent.equals(unit.code())
                && holders.stream().anyMatch(holder -> holder.unit().level().equals(unit.level()))) {
            row.row()
                    .error(
                            "parent",
                            "'" + parent + "' is a " + unit.level() + " too",
                            "A unit lies in one of a level above its own");
            return false;
        }
        return true;
    }

    private boolean noCircle() {
        Set<String> sound = new HashSet<>();
        boolean none = true;
        for (TreeRow row : rows) {
            List<String> way = new ArrayList<>();
            none &= leadsUp(row, way, sound);
        }
        return none;
    }

    /** Follows all rows of each code upwards, since a circle needs not be on one day to be a mistake. */
    private boolean leadsUp(TreeRow row, List<String> way, Set<String> sound) {
        String code = row.unit().code();
        if (sound.contains(code)) {
            return true;
        }
        if (way.contains(code)) {
            String circle = String.join(" lies in ", way.subList(way.indexOf(code), way.size())) + " lies in " + code;
            row.row().error("parent", "A circle: " + circle, "Leave 'parent' empty in the row of the highest of them");
            sound.addAll(way);
            return false;
        }
        way.add(code);
        boolean up = true;
        for (TreeRow each : byCode.getOrDefault(code, List.of())) {
            String parent = each.unit().parent();
            if (parent != null) {
                up &= leadsUp(byCode.getOrDefault(parent, List.of()).get(0), way, sound);
            }
        }
        way.remove(way.size() - 1);
        sound.add(code);
        return up;
    }
}
