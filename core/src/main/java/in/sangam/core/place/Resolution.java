package in.sangam.core.place;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a name was found to mean.
 *
 * @param code the place, null exactly when the decision is {@link Decision#ASK}
 * @param confidence 0 to 1; of the best candidate when a person must decide
 * @param candidates codes it might mean, best first; for {@link Decision#ASK} perhaps none
 */
public record Resolution(@Nullable String code, double confidence, Decision decision, List<String> candidates) {

    /** Returns that nothing is known: a person must decide without candidates. */
    static Resolution unknown() {
        return new Resolution(null, 0, Decision.ASK, List.of());
    }

    /** The step that found the place, or that a person must decide. */
    public enum Decision {
        /** The code itself, or the name as the directory writes it, letter case and spaces apart. */
        EXACT,
        /** A spelling that somebody has decided before. */
        ALIAS,
        /** Same sound in either script. */
        KEY,
        /** Nearly the same sound, and nothing else near. */
        FUZZY,
        /** Unknown, or two places are near: a wrong silent match is worse than a question. */
        ASK;

        /** Returns the word used in files, e.g. {@code exact}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
