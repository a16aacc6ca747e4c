package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.core.page.Rejection.Reason;
import in.sangam.core.record.Kind;
import in.sangam.core.record.Version;
import in.sangam.kit.JsonPath;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Message Translator of a stream: a portal's row in, the draft of a canonical record out. Holds no state between rows,
 * except what persons have answered about codes.
 */
public final class Translator {

    private final String kind;
    private final String type;
    private final String keyField;
    private final String versionField;
    private final JsonPath key;
    private final JsonPath version;
    private final Mapping mapping;
    private final @Nullable String versionPattern;

    public Translator(Kind kind, String type, String keyField, String versionField, Mapping mapping) {
        this(kind, type, keyField, versionField, null, mapping);
    }

    /** As above, with the pattern by which the portal writes its version as a date; null where it is a number or as ISO has it. */
    public Translator(
            Kind kind,
            String type,
            String keyField,
            String versionField,
            @Nullable String versionPattern,
            Mapping mapping) {
        this.versionPattern = versionPattern;
        this.kind = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.type = type;
        this.keyField = keyField;
        this.versionField = versionField;
        this.key = JsonPath.of(keyField);
        this.version = JsonPath.of(versionField);
        this.mapping = mapping;
    }

    /** Returns the tables of codes of this stream. */
    public CodeTables codes() {
        return mapping.codes();
    }

    /** Translates one masked row; throws {@link RowRejected} naming field and reason when it cannot become a record. */
    public ObjectNode translate(JsonNode row) {
        String sourceId = sourceId(row);
        if (sourceId == null) {
            throw new RowRejected(
                    Reason.MISSING_KEY, keyField, "The row has no key: '" + keyField + "' is absent or empty");
        }
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("kind", kind).put("type", type).put("sourceId", sourceId).put("version", versionOf(row));
        JsonNode mapped = mapped(row);
        if (!mapped.isObject()) {
            throw new RowRejected(Reason.MAPPING_FAILED, "", "The mapping made no object of this row");
        }
        copy(mapped, draft, "place");
        copy(mapped, draft, "fields");
        copy(mapped, draft, "attributes");
        return draft;
    }

    /** Returns the key of a row at its portal, null when it has none. */
    public @Nullable String sourceId(JsonNode row) {
        JsonNode node = key.in(row);
        if (node.isContainerNode() || node.isNull()) {
            return null;
        }
        String text = node.asText("").strip();
        return text.isEmpty() ? null : text;
    }

    private String versionOf(JsonNode row) {
        String text = version.in(row).asText("").strip();
        if (text.isEmpty() || version.in(row).isNull()) {
            throw new RowRejected(
                    Reason.MISSING_FIELD,
                    versionField,
                    "The row has no version: '" + versionField + "' is absent or empty");
        }
        if (versionPattern != null) {
            return String.valueOf(Moments.moment(versionField, version.in(row), versionPattern));
        }
        try {
            return Version.of(text).text();
        } catch (IllegalArgumentException e) {
            throw new RowRejected(
                    Reason.INVALID_VALUE,
                    versionField,
                    "'" + versionField
                            + "' must be a whole number, an ISO date-time with offset or an ISO date; a date written"
                            + " otherwise is declared by moment(" + versionField + ", dd/MM/yyyy HH:mm:ss)");
        }
    }

    private JsonNode mapped(JsonNode row) {
        try {
            return mapping.map(row);
        } catch (RowRejected rejected) {
            throw rejected;
        } catch (RuntimeException e) {
            throw MappingFailure.rejected(e);
        }
    }

    private static void copy(JsonNode from, ObjectNode to, String member) {
        JsonNode value = from.path(member);
        if (value.isNull() || value.isMissingNode()) {
            return;
        }
        if (!(value instanceof ObjectNode object)) {
            throw new RowRejected(
                    Reason.MAPPING_FAILED, member, "The mapping must make an object of '" + member + "', or nothing");
        }
        ObjectNode reported = to.objectNode();
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            if (!each.getValue().isNull()) {
                reported.set(each.getKey(), each.getValue());
            }
        }
        if (reported.isEmpty() && member.equals("place")) {
            throw new RowRejected(
                    Reason.MISSING_FIELD, member, "The row names no place, although records of this kind have one");
        }
        if (!reported.isEmpty()) {
            to.set(member, reported);
        }
    }
}
