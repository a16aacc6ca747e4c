package in.sangam.core.place;

import java.util.Locale;
import java.util.Optional;

/** The levels of the tree of places, from the top; block, circle and ULB stand beside each other under a district. */
public enum Level {
    STATE,
    DIVISION,
    DISTRICT,
    SUBDIVISION,
    BLOCK,
    CIRCLE,
    ULB;

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
