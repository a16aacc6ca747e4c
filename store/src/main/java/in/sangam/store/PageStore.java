package in.sangam.store;

import in.sangam.core.flow.RecordFlow;
import in.sangam.core.measure.Measures;
import in.sangam.core.page.NormalisedPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Writes a page in one PostgreSQL transaction of its own, begun and committed here: records, measure deltas, quarantine and
 * counts become true together or not at all. The caller commits its message afterwards: database first, then JMS.
 */
public final class PageStore {

    private final DataSource database;
    private final Measures measures;
    private final RecordUpsert upsert;
    /** By {@code portal.stream}; a page of a stream that no flow names pays one look into it. */
    private final Map<String, List<RecordFlow>> flows;

    public PageStore(DataSource database, Measures measures) {
        this(database, measures, List.of());
    }

    /** Takes also the flows by which stored records go on to portals, in the transaction that stores them. */
    public PageStore(DataSource database, Measures measures, List<RecordFlow> flows) {
        this(database, measures, new RecordUpsert(RecordUpsert.SQL), flows);
    }

    PageStore(DataSource database, Measures measures, RecordUpsert upsert) {
        this(database, measures, upsert, List.of());
    }

    private PageStore(DataSource database, Measures measures, RecordUpsert upsert, List<RecordFlow> flows) {
        this.database = database;
        this.measures = measures;
        this.upsert = upsert;
        this.flows = flows.stream().collect(Collectors.groupingBy(flow -> flow.portal() + '.' + flow.stream()));
    }

    /**
     * Stores a page and returns what became of its rows. The same page again does nothing.
     *
     * @throws StoreUnavailable when the database cannot take it now; nothing was changed, and the page may be stored again
     */
    public PageOutcome store(NormalisedPage page) {
        String stream = page.head().portal() + '.' + page.head().stream();
        PageWrite write = new PageWrite(page, measures, upsert, flows.getOrDefault(stream, List.of()));
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
