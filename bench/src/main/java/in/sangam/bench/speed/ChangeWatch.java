package in.sangam.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.bench.HubApi;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Looks at the ranking and at the change feed ten times a second and notes when each had come to which change number. A record is in the
 * ranking when the ranking says that it holds the change that brought the record: marks and ranks are worked out from one reading.
 */
final class ChangeWatch implements AutoCloseable {

    /** How to ask for more, given the last change number, and how far the answer goes. */
    private record View(String path, boolean goesOn, ToLongFunction<JsonNode> changeNo) {}

    private record Seen(long changeNo, long nanos) {}

    private static final Map<String, View> VIEWS = Map.of(
            "ranking",
            new View("/api/v1/ranking?subject=district", false, answer -> answer.path("changeNo")
                    .asLong()),
            "change feed",
            new View("/api/v1/changes?limit=5000&after=", true, answer -> answer.path("data")
                    .path(answer.path("data").size() - 1)
                    .path("changeNo")
                    .asLong()));

    private static final Duration EVERY = Duration.ofMillis(100);

    private static final String CHANGES =
            """
            select r.source_id, p.change_no from hub.record r join hub.page p on p.id = r.page_id
            where r.source_id like 'PROBE/%' and p.change_no is not null
            """;

    private final HubApi api;
    private final ExecutorService watchers = Executors.newFixedThreadPool(VIEWS.size());
    private final Map<String, List<Seen>> seen = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ChangeWatch(HubApi api) {
        this.api = api;
        VIEWS.forEach((name, view) -> watchers.execute(() -> watch(name, view)));
    }

    private void watch(String name, View view) {
        List<Seen> own = new ArrayList<>();
        long last = 0;
        while (!closed) {
            try {
                long now = view.changeNo().applyAsLong(api.get(view.goesOn() ? view.path() + last : view.path()));
                if (now > last) {
                    own.add(new Seen(now, System.nanoTime()));
                    last = now;
                }
                Thread.sleep(EVERY.toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                throw new IllegalStateException("The " + name + " could not be asked for", e);
            } finally {
                seen.put(name, own);
            }
        }
    }

    /**
     * Adds how long each probe took to be shown.
     *
     * @param due when the probe of a number appeared at the portal, by {@link System#nanoTime()}
     */
    void into(Findings findings, Connection connection, ToLongFunction<String> due, double bound)
            throws SQLException, InterruptedException {
        close();
        Map<String, Long> changes = changes(connection);
        for (String name : VIEWS.keySet().stream().sorted().toList()) {
            Durations times = new Durations();
            List<Seen> looks = seen.getOrDefault(name, List.of());
            changes.forEach((probe, changeNo) -> times.with(firstWith(looks, changeNo) - due.applyAsLong(probe)));
            findings.note("portal change to " + name, times.toString());
            findings.below(name + ", 99th percentile", times.at(0.99), bound);
        }
    }

    private static long firstWith(List<Seen> looks, long changeNo) {
        return looks.stream()
                .filter(look -> look.changeNo() >= changeNo)
                .mapToLong(Seen::nanos)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static Map<String, Long> changes(Connection connection) throws SQLException {
        Map<String, Long> changes = new ConcurrentHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CHANGES)) {
            while (row.next()) {
                changes.put(row.getString(1), row.getLong(2));
            }
        }
        return changes;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        watchers.shutdown();
        watchers.awaitTermination(1, TimeUnit.MINUTES);
    }
}
