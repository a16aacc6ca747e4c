package in.sangam.store.read;

/**
 * How far the store has come: while this stays the same, so do all measures.
 *
 * @param changeNo number of the last numbered change, 0 when there is none
 * @param newestDelta id of the newest page whose deltas are not folded yet, 0 when all are
 */
public record StoreState(long changeNo, long newestDelta) {

    /** Returns whether what was read in this state holds all that another state held. */
    public boolean isAtLeast(StoreState other) {
        return changeNo > other.changeNo || (changeNo == other.changeNo && newestDelta >= other.newestDelta);
    }
}
