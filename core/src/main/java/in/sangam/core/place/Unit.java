package in.sangam.core.place;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a departmental tree as it is on some days: how a department cuts the state for itself. One unit may have several rows
 * whose days do not meet, when its area, its name or what it lies in has changed.
 *
 * @param tree the department's word, e.g. {@code police}
 * @param code unique in its tree
 * @param level the department's own word, e.g. {@code range}
 * @param nameHi null when not known
 * @param parent code of the unit of the same tree that it lies in; null for one at the top
 * @param covers codes of the places that it covers beside those that the units in it cover
 * @param from first day, null for always
 * @param to last day, null when it still is
 */
public record Unit(
        String tree,
        String code,
        String level,
        String nameEn,
        @Nullable String nameHi,
        @Nullable String parent,
        List<String> covers,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final String PREFIX = "unit/";

    public Unit {
        covers = List.copyOf(covers);
    }

    /** Returns the code by which it is known among places and in addresses, e.g. {@code unit/police/BAGAHA}. */
    public String place() {
        return place(tree, code);
    }

    /** Returns the same of the unit that it lies in, null when it lies in none. */
    public @Nullable String parentPlace() {
        return parent == null ? null : place(tree, parent);
    }

    /** Returns the code by which places know a unit. */
    public static String place(String tree, String code) {
        return PREFIX + tree + '/' + code;
    }

    /** Returns whether the code of a place is that of a unit. */
    public static boolean isUnit(String place) {
        return place.startsWith(PREFIX);
    }

    /** Returns tree and level, as mappings name them: {@code police/range}. */
    public String treeLevel() {
        return tree + '/' + level;
    }

    /** Returns whether it is so on a day. */
    public boolean isThere(LocalDate day) {
        return days().holds(day);
    }

    Days days() {
        return new Days(from, to);
    }
}
