package in.sangam.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Objects;
import javax.sql.DataSource;

/** The sums of cells by month, kept by the {@link DeltaFolder}. */
final class MonthSums {

    private static final String DRIFT = "select measure, subject, month, summed, of_days from hub.month_drift";

    private static final String REPAIR =
            """
            merge into hub.measure_month m using hub.month_drift d
            on m.subject = d.subject and m.measure = d.measure and m.month = d.month
            when matched then update set amount = d.of_days
            when not matched then insert values (d.subject, d.measure, d.month, d.of_days)
            """;

    private MonthSums() {}

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
