package in.sangam.bench.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.bench.HubApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A dashboard that reads the change feed by cursor through the whole run, from whatever hub answers, and remembers each
 * number it was given.
 */
final class FeedReader implements AutoCloseable {

    private static final int MOST = 2000;
    private static final long PAUSE_NANOS = Duration.ofMillis(150).toNanos();

    private final Supplier<List<HubApi>> hubs;
    private final Map<Long, String> seen = new HashMap<>();
    private final Map<String, Long> pages = new HashMap<>();
    private final List<String> repeats = new ArrayList<>();
    private final Thread thread = new Thread(this::read, "feed-reader");
    private long cursor;
    private long from;
    private volatile boolean closed;

    FeedReader(Supplier<List<HubApi>> hubs) {
        this.hubs = hubs;
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        for (int turn = 0; !closed; turn++) {
            List<HubApi> all = hubs.get();
            boolean more = false;
            if (!all.isEmpty()) {
                try {
                    more = take(all.get(turn % all.size()).get("/api/v1/changes?limit=" + MOST + "&after=" + cursor()));
                } catch (Exception hubIsAway) {
                    // The next turn asks again from the same cursor, as any reader would.
                }
            }
            if (!more) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private synchronized boolean take(JsonNode answer) {
        JsonNode rows = answer.path("data");
        for (JsonNode row : rows) {
            long number = row.path("changeNo").asLong();
            String page = row.path("page").asText("");
            if (number <= cursor || seen.put(number, page) != null) {
                repeats.add("change " + number + " came after " + cursor);
            }
            if (!page.isEmpty() && pages.put(page, number) != null) {
                repeats.add("page " + page + " came twice, the second time as change " + number);
            }
            cursor = Math.max(cursor, number);
        }
        return rows.size() == MOST;
    }

    private synchronized long cursor() {
        return cursor;
    }

    /** Says whether the reader has come to the newest change. */
    synchronized boolean isAt(StoreView.Changes changes) {
        return changes.pages().keySet().stream().allMatch(number -> number <= cursor)
                && changes.values().stream().allMatch(number -> number <= cursor);
    }

    /** Returns, in words, every repeat, and every change that has passed the reader by. */
    synchronized List<String> broken(StoreView.Changes changes) {
        List<String> broken = new ArrayList<>(repeats);
        changes.pages().forEach((number, page) -> {
            if (number > from && number <= cursor && !page.equals(seen.get(number))) {
                broken.add("change " + number + " (page " + page + ") never came to a reader who is at " + cursor);
            }
        });
        for (long number : changes.values()) {
            if (number > from && number <= cursor && !seen.containsKey(number)) {
                broken.add("change " + number + " (a KPI value) never came to a reader who is at " + cursor);
            }
        }
        return broken;
    }

    /** Goes on from where it is after a database was restored: what the lost hours gave out no longer counts. */
    synchronized void forget() {
        seen.clear();
        pages.clear();
        repeats.clear();
        from = cursor;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
