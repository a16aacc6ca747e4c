package in.sangam.store;

import in.sangam.core.measure.Measures;
import in.sangam.core.page.NormalisedPage;
import javax.sql.DataSource;

/**
 * Writes a page in one PostgreSQL transaction of its own, begun and committed here: records, measure deltas, quarantine and
 * account become true together or not at all.
 */
public final class PageStore {

    private final DataSource database;
    private final Measures measures;

    public PageStore(DataSource database, Measures measures) {
        this.database = database;
        this.measures = measures;
    }

    /**
     * Stores a page and returns what became of its rows. The same page again does nothing.
     *
     * @throws StoreUnavailable when the database cannot take it now; nothing was changed
     */
    public PageOutcome store(NormalisedPage page) {
        throw new UnsupportedOperationException(database + " " + measures);
    }
}
