package in.sangam.store;

import in.sangam.core.measure.Measures;
import in.sangam.core.page.NormalisedPage;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Writes a page in one PostgreSQL transaction of its own, begun and committed here: records, measure deltas, quarantine and
 * counts become true together or not at all. The caller commits its message afterwards: database first, then JMS.
 */
public final class PageStore {

    private final DataSource database;
    private final Measures measures;
    private final RecordUpsert upsert;

    public PageStore(DataSource database, Measures measures) {
        this(database, measures, new RecordUpsert(RecordUpsert.SQL));
    }

    PageStore(DataSource database, Measures measures, RecordUpsert upsert) {
        this.database = database;
        this.measures = measures;
        this.upsert = upsert;
    }

    /**
     * Stores a page and returns what became of its rows. The same page again does nothing.
     *
     * @throws StoreUnavailable when the database cannot take it now; nothing was changed, and the page may be stored again
     */
    public PageOutcome store(NormalisedPage page) {
        PageWrite write = new PageWrite(page, measures, upsert);
        try {
            return inTransaction(write, false);
        } catch (SQLException e) {
            if (!DatabaseError.refusesTheData(e)) {
                throw new StoreUnavailable("Page " + page.head().id() + " could not be stored", e);
            }
        }
        try {
            return inTransaction(write, true);
        } catch (SQLException e) {
            throw new StoreUnavailable("Page " + page.head().id() + " could not be stored even record by record", e);
        }
    }

    private PageOutcome inTransaction(PageWrite write, boolean recordByRecord) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                PageOutcome outcome = write.to(connection, recordByRecord);
                if (outcome.alreadyKnown()) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
                return outcome;
            } catch (SQLException | RuntimeException e) {
                DatabaseError.rollBack(connection, e);
                throw e;
            }
        }
    }
}
