package in.sangam.core.place;

import java.util.Locale;

/**
 * What no unit of a level of a departmental tree can be given.
 *
 * @param holder the place that it lies in
 */
public record Unassigned(Place holder, Why why, Area area) {

    /** Why it cannot. */
    public enum Why {
        /** It names the holder and no smaller place, and the holder lies in more than one unit, or partly in one. */
        NOT_NAMED_FURTHER,
        /** It lies in places of the holder that no unit covers. */
        IN_NO_UNIT;

        /** Returns the word used in answers, e.g. {@code in-no-unit}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
