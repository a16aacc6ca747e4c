package in.sangam.core.place;

import org.jspecify.annotations.Nullable;

/**
 * A written name with what it means.
 *
 * @param kind of spelling, for the table of figures
 * @param within code of the place that it is asked inside of, null for the whole state
 * @param code null when it means no place there, or more than one: a person must be asked
 */
record LabelledName(String kind, String name, Level level, @Nullable String within, @Nullable String code) {

    /** Half of the labels, by the place that they mean: method and bars were made looking only at the other half. */
    boolean isHeldOut() {
        return (code == null ? name + within : code).hashCode() % 2 == 0;
    }
}
