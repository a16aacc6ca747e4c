package in.sangam.routes.poll;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.AsOfClock;
import in.sangam.core.page.SourcePage;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Stream;
import in.sangam.kit.edge.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a stream reads again at each poll, because it looks back or is always read whole, as they were sent last. One that
 * is still the same is left out: it would go the whole way to change nothing. No promise rests on it: a hub that was started anew,
 * has taken the stream over from another, or finds the cursor elsewhere than it left it sends all of them, as every hub does once an hour.
 *
 * <p>A row takes some hundred bytes here: 64 bits each of the hashes of its key with its version and of its content. The limit keeps a
 * stream below 3 MB, since a hub has dozens of them; what is over it goes again at each poll.
 */
final class SentRows {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 30_000;

    /**
     * A row as it was sent last.
     *
     * @param content hash of the row
     * @param poll number of the poll that read it last
     */
    private record Sent(long content, int poll) {}

    private final Stream stream;
    private final JsonPath key;
    private final JsonPath version;
    private final AsOfClock asOf;
    private final Clock wallClock;
    private final Map<Long, Sent> sent = new HashMap<>();
    private final Map<Long, Sent> inHand = new HashMap<>();
    private int poll;
    private Instant since = Instant.MIN;
    private @Nullable String cursorLeft;

    SentRows(Stream stream, AsOfClock asOf, Clock wallClock) {
        this.stream = stream;
        this.key = JsonPath.of(stream.key());
        this.version = JsonPath.of(stream.version());
        this.asOf = asOf;
        this.wallClock = wallClock;
    }

    /** Begins a poll from the saved cursor. */
    synchronized void begin(@Nullable String saved) {
        if (Objects.equals(cursorLeft, saved) && since.plus(KEPT).isAfter(wallClock.instant())) {
            sent.values().removeIf(row -> row.poll() != poll);
        } else {
            forget();
        }
        poll++;
    }

    /** Forgets all: what was sent last may have been sent by somebody else. */
    synchronized void forget() {
        sent.clear();
        since = wallClock.instant();
    }

    /** Returns the pages of a poll's answer without the rows that were sent as they are; pages without a row are left out. */
    synchronized List<SourcePage> unsent(Poll current) {
        inHand.clear();
        List<SourcePage> pages = new ArrayList<>();
        for (SourcePage page : current.pages()) {
            SourcePage rest = isReadAgain(page, current.saved()) ? new SourcePage(page.head(), unsentOf(page)) : page;
            if (!rest.rows().isEmpty()) {
                pages.add(rest);
            }
        }
        return pages;
    }

    /** Notes that what was not left out is safely on the broker. */
    synchronized void sent() {
        sent.putAll(inHand);
        inHand.clear();
    }

    /** Notes where an answer has left the cursor. */
    synchronized void end(@Nullable String saved) {
        cursorLeft = saved;
    }

    /** What lies behind the cursor comes for the first time, and is not kept in mind: there may be millions. */
    private boolean isReadAgain(SourcePage page, @Nullable String saved) {
        Cursor cursor = stream.cursor();
        if (cursor == null) {
            return true;
        }
        String first =
                cursor.read(JsonPath.of(cursor.field()).in(page.rows().get(0)).asText(""), asOf.now());
        return saved != null && first != null && cursor.compare(first, saved) <= 0;
    }

    private List<JsonNode> unsentOf(SourcePage page) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : page.rows()) {
            Long name = hash(key.in(row).asText() + '\n' + version.in(row).asText());
            long content = hash(row.toString());
            Sent before = sent.get(name);
            if (before == null || before.content() != content) {
                rows.add(row);
            }
            if (before != null || sent.size() + inHand.size() < MOST) {
                inHand.put(name, new Sent(content, poll));
            }
        }
        return rows;
    }

    private static long hash(String text) {
        return Sha256.first64Bits(text.getBytes(StandardCharsets.UTF_8));
    }
}
