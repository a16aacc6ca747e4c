package in.sangam.core.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A page's head as JSON, and the small reading steps that both kinds of page share. */
final class PageHeadJson {

    private PageHeadJson() {}

    static void write(PageHead head, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("head");
        json.writeStringField("id", head.id());
        json.writeStringField("portal", head.portal());
        json.writeStringField("stream", head.stream());
        json.writeStringField("sourceHash", head.sourceHash());
        writeUnlessNull("cursorFrom", head.cursorFrom(), json);
        writeUnlessNull("cursorTo", head.cursorTo(), json);
        json.writeStringField("fetchedAt", head.fetchedAt().toString());
        json.writeStringField("connectorHash", head.connectorHash());
        json.writeEndObject();
    }

    static PageHead read(JsonParser json) throws IOException {
        String id = null;
        String portal = null;
        String stream = null;
        String sourceHash = null;
        String cursorFrom = null;
        String cursorTo = null;
        String fetchedAt = null;
        String connectorHash = null;
        for (String name = firstMember(json); name != null; name = nextMember(json)) {
            switch (name) {
                case "id" -> id = json.getText();
                case "portal" -> portal = json.getText();
                case "stream" -> stream = json.getText();
                case "sourceHash" -> sourceHash = json.getText();
                case "cursorFrom" -> cursorFrom = textOrNull(json);
                case "cursorTo" -> cursorTo = textOrNull(json);
                case "fetchedAt" -> fetchedAt = json.getText();
                case "connectorHash" -> connectorHash = json.getText();
                default -> json.skipChildren();
            }
        }
        return new PageHead(
                needed("id", id),
                needed("portal", portal),
                needed("stream", stream),
                needed("sourceHash", sourceHash),
                cursorFrom,
                cursorTo,
                Instant.parse(needed("fetchedAt", fetchedAt)),
                needed("connectorHash", connectorHash));
    }

    static void writeUnlessNull(String name, @Nullable String value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /** Goes into an object and stands on the first member's value; null when it has none. */
    static @Nullable String firstMember(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("Not a page: an object is missing");
        }
        return nextMember(json);
    }

    /** Stands on the next member's value; null at the end of the object. */
    static @Nullable String nextMember(JsonParser json) throws IOException {
        String name = json.nextFieldName();
        if (name != null) {
            json.nextToken();
        }
        return name;
    }

    /** Goes into an array; the elements follow with {@code nextToken} until END_ARRAY. */
    static void startArray(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException("Not a page: an array is missing");
        }
    }

    static @Nullable String textOrNull(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
    }

    static <T> T needed(String member, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("Not a page: member '" + member + "' is missing");
        }
        return value;
    }
}
