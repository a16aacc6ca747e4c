package in.sangam.core.page;

import static in.sangam.core.page.PageHeadJson.firstMember;
import static in.sangam.core.page.PageHeadJson.needed;
import static in.sangam.core.page.PageHeadJson.nextMember;
import static in.sangam.core.page.PageHeadJson.textOrNull;
import static in.sangam.core.page.PageHeadJson.writeUnlessNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A page of records as JSON: {@code {"head":{…},"records":[…],"rejections":[…]}}. A record's portal and stream are the head's. */
final class NormalisedPageJson {

    private NormalisedPageJson() {}

    static void write(NormalisedPage page, JsonGenerator json) throws IOException {
        json.writeStartObject();
        PageHeadJson.write(page.head(), json);
        json.writeArrayFieldStart("records");
        for (CanonicalRecord record : page.records()) {
            write(record, page.head(), json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rejections");
        for (Rejection rejection : page.rejections()) {
            write(rejection, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(CanonicalRecord record, PageHead head, JsonGenerator json) throws IOException {
        RecordKey key = record.key();
        if (!key.portal().equals(head.portal()) || !key.stream().equals(head.stream())) {
            throw new IllegalArgumentException("A page of " + head.portal() + ' ' + head.stream()
                    + " cannot hold a record of " + key.portal() + ' ' + key.stream());
        }
        json.writeStartObject();
        json.writeStringField("sourceId", key.sourceId());
        json.writeStringField("version", record.version().text());
        json.writeNumberField("order", record.version().order());
        json.writeStringField("kind", record.kind().name());
        json.writeStringField("type", record.type());
        writeUnlessNull("place", record.place(), json);
        write("fields", record.fields(), json);
        write("attributes", record.attributes(), json);
        json.writeEndObject();
    }

    private static void write(String name, Map<String, String> values, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    private static void write(Rejection rejection, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("row", rejection.row());
        writeUnlessNull("sourceId", rejection.sourceId(), json);
        json.writeStringField("field", rejection.field());
        json.writeStringField("reason", rejection.reason().name());
        json.writeStringField("message", rejection.message());
        json.writeArrayFieldStart("candidates");
        for (String candidate : rejection.candidates()) {
            json.writeString(candidate);
        }
        json.writeEndArray();
        json.writeFieldName("maskedRow");
        PageCodec.MAPPER.writeTree(json, rejection.maskedRow());
        UnknownWord unknown = rejection.unknown();
        if (unknown != null) {
            json.writeStringField("unknownTable", unknown.table());
            json.writeStringField("unknownWord", unknown.word());
            writeUnlessNull("unknownWithin", unknown.within(), json);
        }
        json.writeEndObject();
    }

    static NormalisedPage read(JsonParser json) throws IOException {
        PageHead head = null;
        List<CanonicalRecord> records = null;
        List<Rejection> rejections = null;
        for (String name = firstMember(json); name != null; name = nextMember(json)) {
            switch (name) {
                case "head" -> head = PageHeadJson.read(json);
                case "records" -> records = records(json, needed("head", head));
                case "rejections" -> rejections = rejections(json);
                default -> json.skipChildren();
            }
        }
        return new NormalisedPage(needed("head", head), needed("records", records), needed("rejections", rejections));
    }

    private static List<CanonicalRecord> records(JsonParser json, PageHead head) throws IOException {
        PageHeadJson.startArray(json);
        List<CanonicalRecord> records = new ArrayList<>(160);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            records.add(record(json, head));
        }
        return records;
    }

    private static CanonicalRecord record(JsonParser json, PageHead head) throws IOException {
        String sourceId = null;
        String version = null;
        long order = 0;
        String kind = null;
        String type = null;
        String place = null;
        SortedMap<String, String> fields = new TreeMap<>();
        SortedMap<String, String> attributes = new TreeMap<>();
        for (String name = firstMember(json); name != null; name = nextMember(json)) {
            switch (name) {
                case "sourceId" -> sourceId = json.getText();
                case "version" -> version = json.getText();
                case "order" -> order = json.getLongValue();
                case "kind" -> kind = json.getText();
                case "type" -> type = json.getText();
                case "place" -> place = textOrNull(json);
                case "fields" -> fields = values(json);
                case "attributes" -> attributes = values(json);
                default -> json.skipChildren();
            }
        }
        return new CanonicalRecord(
                new RecordKey(head.portal(), head.stream(), needed("sourceId", sourceId)),
                new Version(needed("version", version), order),
                Kind.valueOf(needed("kind", kind)),
                needed("type", type),
                place,
                fields,
                attributes);
    }

    private static SortedMap<String, String> values(JsonParser json) throws IOException {
        SortedMap<String, String> values = new TreeMap<>();
        for (String name = firstMember(json); name != null; name = nextMember(json)) {
            values.put(name, json.getText());
        }
        return values;
    }

    private static List<Rejection> rejections(JsonParser json) throws IOException {
        PageHeadJson.startArray(json);
        List<Rejection> rejections = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            rejections.add(rejection(json));
        }
        return rejections;
    }

    private static Rejection rejection(JsonParser json) throws IOException {
        int row = 0;
        String sourceId = null;
        String field = null;
        String reason = null;
        String message = null;
        List<String> candidates = new ArrayList<>();
        JsonNode maskedRow = null;
        String table = null;
        String word = null;
        String within = null;
        for (String name = firstMember(json); name != null; name = nextMember(json)) {
            switch (name) {
                case "row" -> row = json.getIntValue();
                case "sourceId" -> sourceId = textOrNull(json);
                case "field" -> field = json.getText();
                case "reason" -> reason = json.getText();
                case "message" -> message = json.getText();
                case "candidates" -> {
                    PageHeadJson.startArray(json);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        candidates.add(json.getText());
                    }
                }
                case "maskedRow" -> maskedRow = PageCodec.MAPPER.readTree(json);
                case "unknownTable" -> table = json.getText();
                case "unknownWord" -> word = json.getText();
                case "unknownWithin" -> within = textOrNull(json);
                default -> json.skipChildren();
            }
        }
        return new Rejection(
                row,
                sourceId,
                needed("field", field),
                Rejection.Reason.valueOf(needed("reason", reason)),
                needed("message", message),
                candidates,
                needed("maskedRow", maskedRow),
                table == null || word == null ? null : new UnknownWord(table, word, within));
    }
}
