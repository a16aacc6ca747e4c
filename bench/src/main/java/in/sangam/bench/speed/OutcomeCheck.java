package in.sangam.bench.speed;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * Compares what a contender stored with what the portal gave, record by record, and its measures with a recount of its own
 * records, cell by cell. The recount is SQL of the bench and shares nothing with any contender.
 */
final class OutcomeCheck {

    /** How many records and cells there should be, and how many are not as they should be. */
    record Outcome(long records, long wrongRecords, long cells, long wrongCells) {

        boolean right() {
            return records > 0 && cells > 0 && wrongRecords == 0 && wrongCells == 0;
        }
    }

    private static final String RECORDS =
            """
            with truth as (
              select distinct on (number) number, version, status, submitted, disposed from bench_truth where row < %d
              order by number, version desc)
            select count(*), count(*) filter (where (t.version, t.status, t.submitted, t.disposed)
                is distinct from (s.version, s.status, s.registered, s.disposed))
            from truth t full join bench_stored s using (number)
            """;

    private static final String CELLS =
            """
            with each as (
              select place, service, (registered at time zone 'Asia/Kolkata')::date as registered, due,
                     (disposed at time zone 'Asia/Kolkata')::date as disposed
              from bench_stored
            ), recount as (
              select measure, place, service, day, sum(amount) as amount from (
                select 'rtps.disposed' as measure, place, service, disposed as day, 1 as amount from each
                where disposed is not null
                union all
                select 'rtps.disposed.in-time', place, service, disposed, 1 from each where disposed <= due
                union all
                select 'rtps.open', place, service, registered, 1 from each
                where disposed is null or registered < disposed
                union all
                select 'rtps.open', place, service, disposed, -1 from each where registered < disposed
                union all
                select 'rtps.open.beyond-limit', place, service, due + 1, 1 from each
                where due is not null and (disposed is null or due + 1 < disposed)
                union all
                select 'rtps.open.beyond-limit', place, service, disposed, -1 from each where due + 1 < disposed
              ) contributions
              group by 1, 2, 3, 4 having sum(amount) <> 0
            ), live as (
              select measure, place, service, day, sum(amount) as amount from bench_cell
              group by 1, 2, 3, 4 having sum(amount) <> 0
            )
            select count(*), count(*) filter (where r.amount is distinct from l.amount)
            from recount r full join live l using (measure, place, service, day)
            """;

    private OutcomeCheck() {}

    /**
     * Checks the database of a contender.
     *
     * @param shown how many versions the portal showed
     * @param stored select list: number, version, status, registered, disposed (instants), due (day), place, service
     * @param cells select list: measure, place, service, day, amount
     */
    static Outcome of(Connection connection, Truth truth, int shown, String stored, String cells)
            throws SQLException, IOException {
        long[] records = records(connection, truth, shown, stored);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temp view bench_cell as " + cells);
            long[] compared = counts(statement, CELLS);
            return new Outcome(records[0], records[1], compared[0], compared[1]);
        }
    }

    /**
     * Compares records alone, and returns how many there should be and how many are not as they should be.
     *
     * @param stored select list as above; it may name {@code bench_truth (number)}
     */
    static long[] records(Connection connection, Truth truth, int shown, String stored)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set work_mem = '64MB'");
            statement.execute(
                    "create temp table bench_truth (row int, number text collate \"C\", version timestamptz, status"
                            + " text, submitted timestamptz, disposed timestamptz)");
            try (Reader rows = truth.rows()) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench_truth from stdin", rows);
            }
            statement.execute("analyze bench_truth");
            statement.execute("create temp table bench_stored as " + stored);
            return counts(statement, RECORDS.formatted(shown));
        }
    }

    private static long[] counts(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }
}
