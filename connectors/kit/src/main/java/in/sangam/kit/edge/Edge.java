package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Ask;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Source;
import in.sangam.kit.Source.JmsSource;
import in.sangam.kit.Source.Paging;
import in.sangam.kit.Source.PushSource;
import in.sangam.kit.Source.RestSource;
import in.sangam.kit.Source.SoapSource;
import in.sangam.kit.Source.SqlSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last step before the broker: an answer in any format becomes masked rows, or is refused whole. */
public final class Edge {

    private final Source source;
    private final @Nullable Cursor cursor;
    private final @Nullable JsonPath cursorField;
    private final JsonPath key;
    private final Masking masking;

    public Edge(Source source, @Nullable Cursor cursor, String key, Masking masking) {
        this.source = source;
        this.cursor = cursor;
        this.cursorField = cursor == null ? null : JsonPath.of(cursor.field());
        this.key = JsonPath.of(key);
        this.masking = masking;
    }

    /**
     * Reads the bytes that a portal answered: JSON or XML for REST, the payload or envelope for SOAP.
     *
     * @param now the hub's as-of: cursors more than a day after it do not count
     */
    public Fetched read(Ask ask, byte[] answer, Instant now) throws UnreadablePage {
        return read(ask, answer, null, now);
    }

    /** Reads an HTTP answer whose header {@code Link}, null for none, may name the next. */
    public Fetched read(Ask ask, byte[] answer, @Nullable String linkHeader, Instant now) throws UnreadablePage {
        String hash = Sha256.of(answer);
        if (source instanceof RestSource rest) {
            NextAsk next = new NextAsk(rest, ask, hash);
            if (rest.root() != null) {
                XmlAnswer xml = XmlAnswer.read(answer, rest.root(), rest.records(), pagingElements(rest), hash);
                return fetched(xml.rows(), hash, next.after(xml.rows().size(), xml.words()::get, linkHeader), now);
            }
            JsonAnswer json = JsonAnswer.read(answer, rest.records(), hash);
            return fetched(json.rows(), hash, next.after(json.rows().size(), json::text, linkHeader), now);
        }
        if (source instanceof SoapSource soap) {
            Set<String> elements = soap.next() == null ? Set.of() : Set.of(soap.next());
            XmlAnswer xml = XmlAnswer.read(answer, soap.response(), soap.records(), elements, hash);
            String token = soap.next() == null ? null : xml.words().get(soap.next());
            Ask next = token == null || token.isBlank()
                    ? null
                    : ask.onward(xml.rows().size(), token);
            return fetched(xml.rows(), hash, next, now);
        }
        if (source instanceof PushSource push) {
            return fetched(JsonAnswer.read(answer, push.records(), hash).rows(), hash, null, now);
        }
        throw new IllegalStateException("A database answers rows, not bytes");
    }

    /** Returns the rows of one message of a queue, as they came: {@link #take} masks those of a whole batch. */
    public List<JsonNode> rowsOf(byte[] message) throws UnreadablePage {
        String hash = Sha256.of(message);
        if (!(source instanceof JmsSource queue)) {
            throw new IllegalStateException("Only a queue gives messages");
        }
        if (queue.root() != null && queue.records() != null) {
            return XmlAnswer.read(message, queue.root(), queue.records(), Set.of(), hash)
                    .rows();
        }
        return queue.records() == null
                ? JsonAnswer.message(message, hash).rows()
                : JsonAnswer.read(message, queue.records(), hash).rows();
    }

    /** Reads the rows that a database answered, column → value. */
    public Fetched read(Ask ask, List<Map<String, Object>> answer, Instant now) {
        List<JsonNode> rows = SqlRows.of(answer);
        String hash = Sha256.of(SqlRows.canonical(rows));
        return fetched(rows, hash, source instanceof SqlSource sql ? nextOf(sql, ask, rows) : null, now);
    }

    /**
     * Takes rows that were read from a file or from messages.
     *
     * @param hash SHA-256 (hex) of the whole file, or of the messages one behind the other
     */
    public Fetched take(List<? extends JsonNode> rows, String hash, Instant now) {
        return fetched(List.copyOf(rows), hash, null, now);
    }

    private static Set<String> pagingElements(RestSource rest) {
        if (rest.paging() instanceof Paging.Next next) {
            return Set.of(next.path());
        }
        return rest.paging() instanceof Paging.Count count && count.total() != null ? Set.of(count.total()) : Set.of();
    }

    /** Returns one row as it leaves the edge, which may be the row itself, changed: for rows that did not come in an answer. */
    public JsonNode masked(JsonNode row) {
        return masking.masked(row);
    }

    private @Nullable Ask nextOf(SqlSource sql, Ask ask, List<JsonNode> rows) {
        if (rows.size() < sql.size() || cursor == null || cursorField == null) {
            return null;
        }
        JsonNode last = rows.get(rows.size() - 1);
        return ask.onward(
                rows.size(), cursorField.in(last).asText(), key.in(last).asText());
    }

    private Fetched fetched(List<JsonNode> rows, String hash, @Nullable Ask next, Instant now) {
        String highest = highestCursor(rows, now);
        List<JsonNode> masked = new ArrayList<>(rows.size());
        for (JsonNode row : rows) {
            masked.add(masking.masked(row));
        }
        return new Fetched(masked, hash, highest, next);
    }

    private @Nullable String highestCursor(List<JsonNode> rows, Instant now) {
        if (cursor == null || cursorField == null) {
            return null;
        }
        JsonPath field = cursorField;
        return cursor.highest(rows.stream().map(row -> field.in(row).asText("")).toList(), now);
    }
}
