package in.sangam.core.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A page of rows as JSON: {@code {"head":{…},"rows":[…]}}. */
final class SourcePageJson {

    private SourcePageJson() {}

    static void write(SourcePage page, JsonGenerator json) throws IOException {
        json.writeStartObject();
        PageHeadJson.write(page.head(), json);
        json.writeArrayFieldStart("rows");
        for (JsonNode row : page.rows()) {
            PageCodec.MAPPER.writeTree(json, row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static SourcePage read(JsonParser json) throws IOException {
        PageHead head = null;
        List<JsonNode> rows = null;
        for (String name = PageHeadJson.firstMember(json); name != null; name = PageHeadJson.nextMember(json)) {
            switch (name) {
                case "head" -> head = PageHeadJson.read(json);
                case "rows" -> rows = rows(json);
                default -> json.skipChildren();
            }
        }
        return new SourcePage(PageHeadJson.needed("head", head), PageHeadJson.needed("rows", rows));
    }

    private static List<JsonNode> rows(JsonParser json) throws IOException {
        PageHeadJson.startArray(json);
        List<JsonNode> rows = new ArrayList<>(160);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            rows.add(PageCodec.MAPPER.readTree(json));
        }
        return rows;
    }
}
