package in.sangam.core.place;

import java.util.Locale;
import java.util.Optional;

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
    LSK;

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
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the level of a word such as {@code district}, empty when there is none. */
    public static Optional<Level> of(String word) {
        for (Level level : values()) {
            if (level.word().equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
