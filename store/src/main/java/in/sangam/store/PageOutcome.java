package in.sangam.store;

/**
 * What became of the rows of one page: received = stored + unchanged + superseded + quarantined.
 *
 * @param stored new records and new versions, corrected ones among them
 * @param corrected the same version with other content
 * @param unchanged known already, same version and content
 * @param superseded older than what is stored, or than another row of the page
 * @param alreadyKnown the page was stored before (its message came again): nothing was done and all counts are 0
 */
public record PageOutcome(
        int stored, int corrected, int unchanged, int superseded, int quarantined, boolean alreadyKnown) {

    static final PageOutcome ALREADY_KNOWN = new PageOutcome(0, 0, 0, 0, 0, true);

    /** Returns the number of rows that the page brought. */
    public int received() {
        return stored + unchanged + superseded + quarantined;
    }
}
