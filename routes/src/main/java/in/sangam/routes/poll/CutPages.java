package in.sangam.routes.poll;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.kit.edge.Fetched;
import in.sangam.kit.edge.PageCutter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what the edge made of an answer into the poll, cut into pages. */
final class CutPages {

    private final PolledStream polled;
    private final Clock wallClock;

    CutPages(PolledStream polled, Clock wallClock) {
        this.polled = polled;
        this.wallClock = wallClock;
    }

    void take(Poll poll, Fetched fetched, Instant asOf) {
        List<JsonNode> rows = fetched.rows();
        String first = rows.isEmpty() ? null : cursorOf(rows.get(0), asOf);
        String last = rows.isEmpty() ? null : cursorOf(rows.get(rows.size() - 1), asOf);
        boolean ascending = last == null || last.equals(polled.stream().higher(last, fetched.cursorTo()));
        poll.answered(
                fetched, PageCutter.cut(polled.stream(), poll.ask(), fetched, wallClock.instant()), ascending, first);
    }

    private @Nullable String cursorOf(JsonNode row, Instant asOf) {
        Cursor cursor = polled.stream().cursor();
        return cursor == null
                ? null
                : cursor.read(JsonPath.of(cursor.field()).in(row).asText(""), asOf);
    }
}
