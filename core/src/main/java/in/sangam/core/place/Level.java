package in.sangam.core.place;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The levels of the tree of places, from the top; block, circle and ULB stand beside each other under a district. What comes after ULB
 * is not in the shared lists: operators give it by files. A municipal zone is no circle, though both are called अंचल.
 */
public enum Level {
    STATE,
    DIVISION,
    DISTRICT,
    SUBDIVISION,
    BLOCK,
    CIRCLE,
    ULB,
    PANCHAYAT,
    ZONE,
    WARD,
    OFFICE,
    /** Lok Seva Kendra. */
    LSK,
    /**
     * A unit of a departmental tree, of whatever level there: it hangs under the smallest place that holds all it covers. Files and
     * addresses name it by its tree and its level there, so that it has no word among the others.
     */
    UNIT;

    /** Those of the tree of places itself, from the top. */
    public static final List<Level> ADMINISTRATIVE =
            Arrays.stream(values()).filter(level -> level != UNIT).toList();

    private static final Map<String, Level> BY_WORD =
            ADMINISTRATIVE.stream().collect(Collectors.toUnmodifiableMap(Level::word, level -> level));

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Returns the words of the tree of places, from the top. */
    public static List<String> words() {
        return ADMINISTRATIVE.stream().map(Level::word).toList();
    }

    /** Returns whether only operators' files give places of this level; then the place that holds one may be unknown. */
    public boolean isOperators() {
        return compareTo(ULB) > 0;
    }

    /** Returns whether a place of this level can hold one of another: a zone lies in a town, a panchayat in none. */
    public boolean mayHold(Level below) {
        return switch (below) {
            case PANCHAYAT -> compareTo(BLOCK) <= 0;
            case ZONE -> this == ULB || compareTo(SUBDIVISION) <= 0;
            case OFFICE, LSK -> compareTo(OFFICE) <= 0 && this != below;
            default -> compareTo(below) < 0;
        };
    }

    /** Returns the word used in files, URLs and drafts, e.g. {@code district}. */
    public String word() {
        return word;
    }

    /** Returns the level of the tree of places with a word such as {@code district}, empty when there is none. */
    public static Optional<Level> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
