package in.sangam.bench.speed;

import in.sangam.bench.Await;
import in.sangam.bench.Child;
import in.sangam.bench.HubApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** A hub that runs on a folder, with its API and a look into its database. Closing it stops the hub as an operator does. */
final class HubRun implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofSeconds(5);

    private static final String STORED =
            """
            select case when (select extract(epoch from value::timestamptz) * 1000000 from hub.cursor
                              where portal = 'rtps' and stream = 'applications') >= ?
                         and not exists (select from hub.measure_delta)
                   then (select sum(stored) from hub.page where stream = 'applications') else -1 end
            """;

    private final Contender contender;
    private final Child child;
    private final HubApi api;
    private final Connection connection;
    private final ProcessHandle databaseServer;

    private HubRun(Contender contender, Child child, HubApi api, Connection connection, ProcessHandle databaseServer) {
        this.contender = contender;
        this.child = child;
        this.api = api;
        this.connection = connection;
        this.databaseServer = databaseServer;
    }

    /** Starts a hub and returns when its API answers. */
    static HubRun start(HubProgram program, BenchPortal portal, Path folder, String every) throws Exception {
        int port = freePort();
        return start(program, program.call(portal, folder, every, port), folder, port);
    }

    /** Starts a hub whose portal drops files, and returns when its API answers. */
    static HubRun dropped(HubProgram program, Path drops, Path folder) throws Exception {
        int port = freePort();
        return start(program, program.dropping(drops, folder, port), folder, port);
    }

    private static HubRun start(HubProgram program, Contender.Call call, Path folder, int port) throws Exception {
        Contender contender = new Contenders(program.home()).hub();
        Child child = Child.start(
                contender.name(),
                call.command(),
                call.environment(),
                folder.resolveSibling(folder.getFileName() + ".out"));
        try {
            HubApi api = new HubApi(port, folder);
            Await.until(START, "the hub to serve", () -> {
                alive(child);
                return api.isUp();
            });
            ContenderDatabase database = new ContenderDatabase(folder.resolve("postgres"), contender.database());
            return new HubRun(contender, child, api, database.connect(), database.server());
        } catch (Exception e) {
            child.close();
            throw e;
        }
    }

    HubApi api() {
        return api;
    }

    Connection connection() {
        return connection;
    }

    long residentMebibytes() {
        return child.residentMebibytes();
    }

    /** Returns a meter of the processor time of the hub's own process from now on. */
    ProcessorTime program() {
        return new ProcessorTime(ProcessHandle.of(child.pid()).orElseThrow());
    }

    /** Returns a meter of the processor time of its database from now on. */
    ProcessorTime database() {
        return new ProcessorTime(databaseServer);
    }

    /**
     * Waits until all rows that the portal shows are in and folded: the cursor has passed the last of them, and nothing was
     * stored for a while. (Received rows cannot tell: each poll looks back and receives some again.)
     *
     * @param lastMicros when the last row changed
     * @return the {@link System#nanoTime()} of the last change
     */
    long awaitRows(long lastMicros, Duration patience) {
        long[] seen = {-1, System.nanoTime()};
        Await.until(patience, "all rows in the hub", () -> {
            alive(child);
            long now = System.nanoTime();
            long stored = stored(lastMicros);
            if (stored < 0 || stored != seen[0]) {
                seen[0] = stored;
                seen[1] = now;
            }
            return now - seen[1] > QUIET.toNanos();
        });
        return seen[1];
    }

    /** Returns how many versions were stored; -1 while the cursor has not passed the last row or deltas wait. */
    private long stored(long lastMicros) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORED)) {
            statement.setLong(1, lastMicros);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    OutcomeCheck.Outcome check(Truth truth, int shown) throws Exception {
        return OutcomeCheck.of(connection, truth, shown, contender.stored(), contender.cells());
    }

    /** Compares only the records that the portal gave; returns how many those are and how many are wrong. */
    long[] checkRecords(Truth truth, int shown) throws Exception {
        return OutcomeCheck.records(
                connection, truth, shown, contender.stored() + " and source_id in (select number from bench_truth)");
    }

    static void alive(Child child) throws IOException {
        if (!child.isAlive()) {
            throw new IllegalStateException("It ended:\n" + child.tail());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        connection.close();
        child.close();
    }
}
