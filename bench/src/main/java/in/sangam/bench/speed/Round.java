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
 * One round of one contender: on an empty folder it takes in all that the portal shows. The clock runs from the first page
 * asked for until every row is received and the last delta is folded; then the outcome is checked.
 */
final class Round {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * What one round measured.
     *
     * @param records rows that the portal gave
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

    Round(RowFile rows, Truth truth) {
        this.rows = rows;
        this.truth = truth;
    }

    Result of(Contender contender, Path folder) throws Exception {
        int shown = (int) (rows.size() * contender.share());
        ContenderDatabase database = new ContenderDatabase(folder.resolve("postgres"), contender.database());
        try (BenchPortal portal = new BenchPortal(rows, "bench-token")) {
            portal.show(() -> shown);
            Contender.Call call = contender.start().on(portal, folder);
            Path output = folder.resolveSibling(folder.getFileName() + ".out");
            try (Child child = Child.start(contender.name(), call.command(), call.environment(), output)) {
                Await.until(Duration.ofMinutes(10), contender.name() + " to ask for the first page", () -> {
                    HubRun.alive(child);
                    return portal.firstAsked() > 0;
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
                    double seconds = (System.nanoTime() - portal.firstAsked()) / 1e9;
                    double used = program.seconds();
                    double usedThere = server.seconds();
                    return new Result(
                            contender.name(),
                            shown,
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
