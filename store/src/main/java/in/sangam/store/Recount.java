package in.sangam.store;

import in.sangam.core.measure.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** Counts everything again from the records, with the same evaluator as live pages, and compares it to the measures. */
public final class Recount {

    /** A cell whose live total is not what its records add up to. */
    public record Difference(
            String measure, String subject, String service, LocalDate day, BigDecimal live, BigDecimal recounted) {}

    /** What a recount found: how many records and cells it compared, and every cell that differs. */
    public record Report(long records, long cells, List<Difference> differences) {}

    private final DataSource database;

    public Recount(DataSource database) {
        this.database = database;
    }

    /** Compares, in one snapshot, without stopping anything. */
    public Report compare(Measures measures) {
        throw new UnsupportedOperationException(database.toString() + measures);
    }

    /** Gives every record the contributions that the measures now say and removes what differs; returns what it found. */
    public Report repair(Measures measures) {
        throw new UnsupportedOperationException(measures.toString());
    }
}
