package in.sangam.store;

import in.sangam.core.measure.Measures;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts everything again from the records, with the same evaluator as live pages, and compares it to the measures. Records
 * are streamed and cells counted in the database: memory grows with neither, only with the differences.
 */
public final class Recount {

    /**
     * A cell whose live total is not what its records add up to; or a sum by month that is not what its live cells add up to: then
     * the service is {@code *} and the day the month's first.
     */
    public record Difference(
            String measure, String subject, String service, LocalDate day, BigDecimal live, BigDecimal recounted) {}

    /** What a recount found: how many records and cells it compared, and every cell that differs. */
    public record Report(long records, long cells, List<Difference> differences) {}

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private static final int ROWS_AT_ONCE = 1_000;

    private final InTransaction transaction;
    private final DataSource database;

    public Recount(DataSource database) {
        this.database = database;
        this.transaction = new InTransaction(database, "The recount could not be done");
    }

    /** Compares, in one snapshot, without stopping anything. */
    public Report compare(Measures measures) {
        return transaction.inOneSnapshot(connection -> {
            CountedCells counted = new CountedCells(connection);
            long records =
                    count(connection, counted, row -> ContributionCodec.encode(measures.of(StoredRecords.record(row))));
            List<Difference> differences = new ArrayList<>();
            long cells = counted.compare(noted(differences));
            MonthSums.compare(connection, noted(differences));
            return new Report(records, cells, differences);
        });
    }

    /**
     * Gives every record the contributions that the measures now say, takes out of the measures what no record put there, and
     * returns the differences that there were. May run while pages are stored.
     */
    public Report repair(Measures measures) {
        Report found = compare(measures);
        int changed = new Reevaluation(database).run(measures);
        MonthSums.repair(database);
        List<Difference> drift = transaction.inOneSnapshot(connection -> {
            // A page stored meanwhile changes both sides alike, so the difference in any one snapshot is the drift.
            CountedCells counted = new CountedCells(connection);
            count(connection, counted, StoredRecords::contributions);
            List<Difference> left = new ArrayList<>();
            counted.compare(noted(left));
            if (!left.isEmpty()) {
                RecountEntry.write(connection, corrections(left));
            }
            return left;
        });
        LOG.info("Recount: {} records got other contributions, {} cells had drifted", changed, drift.size());
        return found;
    }

    private interface Contributions {
        String of(ResultSet row) throws SQLException;
    }

    private static long count(Connection connection, CountedCells counted, Contributions contributions)
            throws SQLException {
        long records = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery("select " + StoredRecords.COLUMNS + " from hub.record")) {
                for (; row.next(); records++) {
                    counted.add(contributions.of(row));
                }
            }
        }
        return records;
    }

    private static CountedCells.Different noted(List<Difference> differences) {
        return (measure, subject, service, day, live, recounted) ->
                differences.add(new Difference(measure, subject, service, day, live, recounted));
    }

    private static Deltas corrections(List<Difference> differences) {
        Deltas deltas = new Deltas();
        for (Difference each : differences) {
            String cell = ContributionCodec.cell(each.measure(), each.subject(), each.service(), each.day());
            deltas.add(cell, each.recounted().subtract(each.live()));
        }
        return deltas;
    }
}
