package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Stream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a simulated portal has of one stream, in the order of its cursor, and from where it was asked last. */
public final class ServedRows {

    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final Stream stream;
    private final List<ObjectNode> rows = new ArrayList<>();
    private final AtomicReference<@Nullable String> askedFrom = new AtomicReference<>();

    ServedRows(Stream stream) {
        this.stream = stream;
    }

    public Stream stream() {
        return stream;
    }

    /** Adds rows; the same one may come twice. */
    public synchronized void add(List<ObjectNode> more) {
        rows.addAll(more);
        rows.sort(Comparator.comparing(this::cursorOf, this::byCursor));
    }

    /** Returns the cursor of the last ask that named one, null before the first. */
    public @Nullable String askedFrom() {
        return askedFrom.get();
    }

    /** Returns the rows at or after a cursor, all for null. A row whose cursor cannot be read is always among them. */
    synchronized List<ObjectNode> from(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty() || stream.cursor() == null) {
            return List.copyOf(rows);
        }
        askedFrom.set(cursor);
        return rows.stream()
                .filter(row -> cursorOf(row).isEmpty() || byCursor(cursorOf(row), cursor) >= 0)
                .toList();
    }

    private int byCursor(String one, String other) {
        Cursor cursor = stream.cursor();
        if (cursor == null || one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty()) * -1;
        }
        return cursor.compare(one, other);
    }

    private String cursorOf(JsonNode row) {
        Cursor cursor = stream.cursor();
        String read = cursor == null
                ? null
                : cursor.read(JsonPath.of(cursor.field()).in(row).asText(""), FAR);
        return read == null ? "" : read;
    }
}
