package in.sangam.store;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.postgresql.PGConnection;

/**
 * Cells counted anew, in a temporary table of the database: as many as there are, in memory that does not grow with them. What
 * was counted is compared with the live cells there, too.
 */
final class CountedCells {

    /** Sees one cell that differs. */
    interface Different {
        void cell(String measure, String subject, String service, LocalDate day, BigDecimal live, BigDecimal counted);
    }

    private static final int MOST_IN_MEMORY = 100_000;
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String TABLE =
            """
            create temp table counted (
              measure text collate "C", subject text collate "C", service text collate "C", day date, amount numeric
            ) on commit drop
            """;

    private static final String COMPARED =
            """
            with both_sides as (
              select measure, subject, service, day, amount as live, 0 as counted from hub.measure_now
              union all
              select measure, subject, service, day, 0, amount from counted)
            select measure, subject, service, day, sum(live) as live, sum(counted) as counted
            from both_sides group by 1, 2, 3, 4
            """;

    private final Connection connection;
    private final int mostInMemory;
    private Deltas inMemory = new Deltas();

    CountedCells(Connection connection) throws SQLException {
        this(connection, MOST_IN_MEMORY);
    }

    CountedCells(Connection connection, int mostInMemory) throws SQLException {
        this.connection = connection;
        this.mostInMemory = mostInMemory;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local work_mem = '32MB'");
            statement.execute(TABLE);
        }
    }

    void add(String contributions) throws SQLException {
        inMemory.add(contributions);
        if (inMemory.size() >= mostInMemory) {
            flush();
        }
    }

    /** Shows every cell that differs and returns how many cells there are on either side. */
    long compare(Different different) throws SQLException {
        flush();
        long cells = 0;
        try (PreparedStatement statement = connection.prepareStatement(COMPARED)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    BigDecimal live = row.getBigDecimal(5);
                    BigDecimal counted = row.getBigDecimal(6);
                    cells += live.signum() != 0 || counted.signum() != 0 ? 1 : 0;
                    if (live.compareTo(counted) != 0) {
                        different.cell(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Objects.requireNonNull(row.getObject(4, LocalDate.class)),
                                live,
                                counted);
                    }
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table counted");
        }
        return cells;
    }

    /** A cell's name is text as COPY reads it: parted by tabs, with the same escapes. */
    private void flush() throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<String, BigDecimal> cell : inMemory.cells().entrySet()) {
            rows.append(cell.getKey())
                    .append('\t')
                    .append(ContributionCodec.plain(cell.getValue()))
                    .append('\n');
        }
        inMemory = new Deltas();
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy counted from stdin", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new SQLException("The counted cells could not be copied into the database", e);
        }
    }
}
