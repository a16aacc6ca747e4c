package in.sangam.bench.speed;

import in.sangam.bench.Await;
import in.sangam.bench.Child;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * One round of one contender: on an empty folder it takes in all that the portal shows. The first rows warm it. The clock runs
 * from the first page asked for behind them until every row is received and the last delta is folded, so that what waits of
 * the first rows is charged to it; then the outcome of all rows is checked.
 */
final class Round {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * What one round measured.
     *
     * @param records rows that the portal gave in that time
     * @param program processor seconds of the contender's own process in that time
     * @param database processor seconds of its PostgreSQL in that time
     * @param residentMebibytes of its process at the end
     */
    record Result(
            String contender,
            long records,
            double seconds,
            double program,
            double database,
            long residentMebibytes,
            OutcomeCheck.Outcome outcome) {

        double perSecond() {
            return records / seconds;
        }
    }

    private final RowFile rows;
    private final Truth truth;
    private final int warm;

    /** @param warm how many of the rows come before the clock starts */
    Round(RowFile rows, Truth truth, int warm) {
        this.rows = rows;
        this.truth = truth;
        this.warm = warm;
    }

    Result of(Contender contender, Path folder) throws Exception {
        int shown = (int) (rows.size() * contender.share());
        int first = (int) (warm * contender.share());
        ContenderDatabase database = new ContenderDatabase(folder.resolve("postgres"), contender.database());
        try (BenchPortal portal = new BenchPortal(rows, "bench-token")) {
            portal.show(() -> shown);
            portal.startAt(first);
            Contender.Call call = contender.start().on(portal, folder);
            Path output = folder.resolveSibling(folder.getFileName() + ".out");
            try (Child child = Child.start(contender.name(), call.command(), call.environment(), output)) {
                Await.until(PATIENCE, contender.name() + " to ask for the first page that counts", () -> {
                    HubRun.alive(child);
                    return portal.started() > 0;
                });
                ProcessorTime program =
                        new ProcessorTime(ProcessHandle.of(child.pid()).orElseThrow());
                ProcessorTime server = new ProcessorTime(database.server());
                try (Connection connection = database.connect()) {
                    Await.until(PATIENCE, "all records of " + contender.name(), () -> {
                        HubRun.alive(child);
                        server.look();
                        return complete(connection, contender.progress(), shown);
                    });
                    double seconds = (System.nanoTime() - portal.started()) / 1e9;
                    double used = program.seconds();
                    double usedThere = server.seconds();
                    return new Result(
                            contender.name(),
                            shown - first,
                            seconds,
                            used,
                            usedThere,
                            child.residentMebibytes(),
                            OutcomeCheck.of(connection, truth, shown, contender.stored(), contender.cells()));
                }
            }
        }
    }

    static boolean complete(Connection connection, String progress, long shown) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(progress)) {
            row.next();
            return row.getLong(1) >= shown && row.getLong(2) == 0;
        }
    }
}
