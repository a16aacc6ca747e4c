package in.sangam.kit.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sangam.kit.JsonPath;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer in JSON, read whole or not at all. */
record JsonAnswer(JsonNode whole, List<JsonNode> rows) {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    static JsonAnswer read(byte[] answer, String records, String hash) throws UnreadablePage {
        JsonNode whole = tree(answer, hash);
        JsonNode array = JsonPath.of(records).in(whole);
        if (!array.isArray()) {
            throw new UnreadablePage(Cause.NO_RECORDS, hash, "The answer has no list of records at '" + records + "'");
        }
        List<JsonNode> rows = new ArrayList<>(array.size());
        array.forEach(rows::add);
        return new JsonAnswer(whole, rows);
    }

    /** Reads a message: a list of rows, or one row. */
    static JsonAnswer message(byte[] message, String hash) throws UnreadablePage {
        JsonNode whole = tree(message, hash);
        if (!whole.isContainerNode()) {
            throw new UnreadablePage(Cause.NO_RECORDS, hash, "The message is neither a record nor a list of records");
        }
        return whole.isObject() ? new JsonAnswer(whole, List.of(whole)) : read(message, "$", hash);
    }

    /** Returns the text or number at a path of the answer; null where there is none. */
    @Nullable
    String text(String path) {
        JsonNode found = JsonPath.of(path).in(whole);
        return found.isTextual() || found.isNumber() ? found.asText() : null;
    }

    private static JsonNode tree(byte[] answer, String hash) throws UnreadablePage {
        Bytes bytes = new Bytes(answer);
        if (bytes.blank()) {
            throw new UnreadablePage(Cause.EMPTY, hash, "The answer is empty");
        }
        if (bytes.first() == '<') {
            throw new UnreadablePage(Cause.HTML, hash, "The answer is a page of HTML or XML where JSON was expected");
        }
        try {
            return JSON.readTree(answer);
        } catch (JsonEOFException e) {
            throw new UnreadablePage(Cause.TRUNCATED, hash, "The answer ends in the middle of its JSON");
        } catch (JsonProcessingException e) {
            throw bytes.notUtf8()
                    ? new UnreadablePage(Cause.WRONG_CHARSET, hash, "The answer is not in UTF-8")
                    : new UnreadablePage(Cause.NOT_JSON, hash, "The answer is no valid JSON, " + where(e));
        } catch (IOException e) {
            if (bytes.notUtf8()) {
                throw new UnreadablePage(Cause.WRONG_CHARSET, hash, "The answer is not in UTF-8");
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Where only: Jackson's own words quote the content. */
    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? "place unknown"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
