package in.sangam.core.place;

import org.jspecify.annotations.Nullable;

/** Finds the place that a name in Latin or Devanagari script means: exact, alias, transliteration key, fuzzy; always inside its parent. */
public final class PlaceNames {

    PlaceNames() {}

    /**
     * Resolves a name or code; never throws on odd names.
     *
     * @param level level that the place must have
     * @param within code of a place that it must lie in, null for anywhere
     */
    public Resolution resolve(String name, Level level, @Nullable String within) {
        throw new UnsupportedOperationException("Being written: " + name + level + within);
    }
}
