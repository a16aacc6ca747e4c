package in.sangam.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import in.sangam.core.page.Rejection.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The canonical JSON that a mapping made of one portal row. A member that is null, absent or blank was not reported. */
final class Draft {

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        for (Kind kind : Kind.values()) {
            KINDS.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind);
        }
    }

    /** The first that is there is the day of a record, whatever its kind. */
    private static final List<String> DAYS = List.of("registered", "held", "day", "expected", "from");

    private final JsonNode json;

    Draft(JsonNode json) {
        this.json = json;
    }

    /** Returns the text of a value, null when it was not reported; lists and objects count as not reported. */
    static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || !value.isValueNode() || value.isNull()) {
            return null;
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    Kind kind() throws Refusal {
        String word = needed("kind");
        Kind kind = KINDS.get(word);
        if (kind == null) {
            throw new Refusal("kind", Reason.MAPPING_FAILED, "Correct the mapping: a kind is one of " + KINDS.keySet());
        }
        return kind;
    }

    Version version() throws Refusal {
        String text = needed("version");
        try {
            return Version.of(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "version",
                    Reason.INVALID_VALUE,
                    "A version must be a whole number or an ISO date-time with offset; ask the portal's owner");
        }
    }

    /** Returns whether the portal says that the record is no more; such a draft needs no fields and no place. */
    boolean isDeleted() {
        return "true".equals(text(json.get("deleted")));
    }

    /** Returns the day that the record is of, null when it does not say one that can be read; the check of fields comes later. */
    @Nullable
    LocalDate day() {
        JsonNode fields = member("fields");
        for (String name : DAYS) {
            String text = text(fields.get(name));
            if (text != null) {
                try {
                    return IsoMoment.day(text);
                } catch (DateTimeException e) {
                    return null;
                }
            }
        }
        return null;
    }

    String needed(String member) throws Refusal {
        String text = text(json.get(member));
        if (text == null) {
            throw new Refusal(member, Reason.MISSING_FIELD, "The record has no " + member);
        }
        return text;
    }

    JsonNode member(String name) {
        JsonNode member = json.get(name);
        return member == null ? MissingNode.getInstance() : member;
    }

    SortedMap<String, String> attributes() throws Refusal {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> attribute : member("attributes").properties()) {
            String text = text(attribute.getValue());
            if (text != null) {
                if (attribute.getKey().equals(CanonicalRecord.DELETED)) {
                    throw new Refusal(
                            attribute.getKey(),
                            Reason.MAPPING_FAILED,
                            "Correct the mapping: 'deleted' stands beside 'attributes'");
                }
                attributes.put(attribute.getKey(), FieldRules.checked(attribute.getKey(), FieldType.TEXT, text));
            }
        }
        return attributes;
    }

    SortedMap<String, String> fields(Kind kind) throws Refusal {
        SortedMap<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : member("fields").properties()) {
            String name = field.getKey();
            FieldType type = kind.fields().get(name);
            if (type == null || name.equals("due")) {
                List<String> known = kind.fields().keySet().stream().sorted().toList();
                throw new Refusal(
                        name,
                        Reason.UNKNOWN_FIELD,
                        "Correct the mapping: a mapping of this kind may set " + known
                                + ", except due, which the clock puts");
            }
            if (field.getValue().isContainerNode()) {
                throw new Refusal(name, Reason.INVALID_VALUE, name + " must be a single value; correct the mapping");
            }
            String text = text(field.getValue());
            if (text != null) {
                fields.put(name, FieldRules.checked(name, type, text));
            }
        }
        return fields;
    }

    @Override
    public String toString() {
        return "Draft" + Arrays.asList(json.get("kind"), json.get("type"));
    }
}
