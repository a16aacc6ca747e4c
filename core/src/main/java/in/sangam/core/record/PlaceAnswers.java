package in.sangam.core.record;

import in.sangam.core.place.Level;
import org.jspecify.annotations.Nullable;

/** What persons have answered when a name of a place was asked about. Asked only where the directory is not sure. */
@FunctionalInterface
public interface PlaceAnswers {

    /** No person has answered anything. */
    PlaceAnswers NONE = (level, name, within) -> null;

    /**
     * Returns the code that was answered for a name, null when nobody was asked or has answered.
     *
     * @param within code of the place that it lies in, null for anywhere: an answer holds only where it was asked
     */
    @Nullable
    String place(Level level, String name, @Nullable String within);
}
