package in.sangam.core.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One place: an LGD entity where the Local Government Directory has a code, else one with a local id.
 *
 * @param code unique in the whole tree; the bare LGD code, or a local id such as {@code 188-S01}
 * @param nameHi null when not known
 * @param parent code of the place it lies in; null for the state
 * @param from first day on which it existed, null when it always did
 * @param to last day on which it existed, null when it still does
 */
public record Place(
        String code,
        Level level,
        String nameEn,
        @Nullable String nameHi,
        @Nullable String parent,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Returns whether it exists on a day. */
    public boolean isThere(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
