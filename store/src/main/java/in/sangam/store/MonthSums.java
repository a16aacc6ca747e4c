package in.sangam.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The sums of cells by month, kept by the {@link DeltaFolder}. What it has folded waits in {@code hub.month_delta} until it is
 * much: many cells of many pages are few sums.
 */
final class MonthSums {

    private static final int MANY_CELLS = 20_000;

    private static final String WAITING = "select coalesce(sum(cells), 0) from hub.month_delta";

    private static final String ADD_UP =
            """
            with taken as (
              delete from hub.month_delta returning subjects, measures, months, amounts
            ), sums as (
              select u.subject, u.measure, u.month, sum(u.amount) as amount
              from taken t
              cross join lateral unnest(t.subjects, t.measures, t.months, t.amounts) as u (subject, measure, month, amount)
              group by u.subject, u.measure, u.month
              having sum(u.amount) <> 0
            )
            merge into hub.measure_month m using sums s
            on m.subject = s.subject and m.measure = s.measure and m.month = s.month
            when matched then update set amount = m.amount + s.amount
            when not matched then insert values (s.subject, s.measure, s.month, s.amount)
            """;

    private static final String DRIFT = "select measure, subject, month, summed, of_days from hub.month_drift";

    private static final String REPAIR =
            """
            merge into hub.measure_month m using hub.month_drift d
            on m.subject = d.subject and m.measure = d.measure and m.month = d.month
            when matched then update set amount = m.amount + d.of_days - d.summed
            when not matched then insert values (d.subject, d.measure, d.month, d.of_days - d.summed)
            """;

    private MonthSums() {}

    /** Adds what waits to the sums if it is much, or if any of it waits and nothing else is to be done. The caller holds the lock. */
    static void addUp(Connection connection, boolean idle) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long waiting;
            try (ResultSet row = statement.executeQuery(WAITING)) {
                row.next();
                waiting = row.getLong(1);
            }
            if (waiting >= (idle ? 1 : MANY_CELLS)) {
                statement.execute("set local enable_hashagg = on");
                statement.executeUpdate(ADD_UP);
            }
        }
    }

    /** Shows every sum that is not what its cells add up to, with {@code *} for its service and its first day. */
    static void compare(Connection connection, CountedCells.Different different) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DRIFT)) {
            while (row.next()) {
                different.cell(
                        row.getString(1),
                        row.getString(2),
                        "*",
                        Objects.requireNonNull(row.getObject(3, LocalDate.class)),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5));
            }
        }
    }

    /** Makes every sum what its cells add up to, while no folder works. */
    static void repair(DataSource database) {
        new InTransaction(database, "The sums by month could not be repaired").run(connection -> {
            ChangeLock.await(connection);
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(REPAIR);
            }
        });
    }
}
