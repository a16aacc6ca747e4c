package in.sangam.store;

import in.sangam.core.measure.Measures;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts everything again from the records, with the same evaluator as live pages, and compares it to the measures. Records
 * are streamed: memory grows with the cells, not with the records.
 */
public final class Recount {

    /** A cell whose live total is not what its records add up to. */
    public record Difference(
            String measure, String subject, String service, LocalDate day, BigDecimal live, BigDecimal recounted) {}

    /** What a recount found: how many records and cells it compared, and every cell that differs. */
    public record Report(long records, long cells, List<Difference> differences) {}

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String CELLS =
            "select measure, subject, service, day, sum(amount) from hub.measure_now group by 1, 2, 3, 4";

    private final InTransaction transaction;
    private final DataSource database;

    public Recount(DataSource database) {
        this.database = database;
        this.transaction = new InTransaction(database, "The recount could not be done");
    }

    /** Compares, in one snapshot, without stopping anything. */
    public Report compare(Measures measures) {
        return transaction.inOneSnapshot(connection ->
                compare(connection, row -> ContributionCodec.encode(measures.of(StoredRecords.record(row)))));
    }

    /**
     * Gives every record the contributions that the measures now say, takes out of the measures what no record put there, and
     * returns the differences that there were. May run while pages are stored.
     */
    public Report repair(Measures measures) {
        Report found = compare(measures);
        int changed = new Reevaluation(database).run(measures);
        Report drift = transaction.inOneSnapshot(connection -> {
            // A page stored meanwhile changes both sides alike, so the difference in any one snapshot is the drift.
            Report left = compare(connection, StoredRecords::contributions);
            if (!left.differences().isEmpty()) {
                RecountEntry.write(connection, corrections(left.differences()));
            }
            return left;
        });
        LOG.info(
                "Recount: {} records got other contributions, {} cells had drifted",
                changed,
                drift.differences().size());
        return found;
    }

    private interface Contributions {
        String of(ResultSet row) throws SQLException;
    }

    private static Report compare(Connection connection, Contributions contributions) throws SQLException {
        Deltas recounted = new Deltas();
        long records = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery("select " + StoredRecords.COLUMNS + " from hub.record")) {
                for (; row.next(); records++) {
                    recounted.add(contributions.of(row));
                }
            }
        }
        Map<String, BigDecimal> left = recounted.cells();
        long cells = left.size();
        List<Difference> differences = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CELLS)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    BigDecimal live = row.getBigDecimal(5);
                    BigDecimal counted = left.remove(cell(row));
                    cells += counted == null && live.signum() != 0 ? 1 : 0;
                    addIfDifferent(differences, cell(row), live, counted == null ? BigDecimal.ZERO : counted);
                }
            }
        }
        left.forEach((cell, counted) -> addIfDifferent(differences, cell, BigDecimal.ZERO, counted));
        return new Report(records, cells, differences);
    }

    private static String cell(ResultSet row) throws SQLException {
        return ContributionCodec.cell(
                row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class));
    }

    private static void addIfDifferent(
            List<Difference> differences, String cell, BigDecimal live, BigDecimal recounted) {
        if (live.compareTo(recounted) != 0) {
            String[] parts = ContributionCodec.parts(cell);
            differences.add(new Difference(parts[0], parts[1], parts[2], LocalDate.parse(parts[3]), live, recounted));
        }
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
