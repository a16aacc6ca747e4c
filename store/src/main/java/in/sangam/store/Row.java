package in.sangam.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.core.measure.Measures;
import in.sangam.core.record.CanonicalRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A canonical record as the columns that it becomes.
 *
 * @param position in the page, from 0
 * @param hash of all that the record says and contributes, but not of its version: 32 hex digits of SHA-256
 */
record Row(int position, CanonicalRecord record, String fields, String attributes, String contributions, String hash) {

    private static final int HASH_BYTES = 16;
    private static final int HASH_IN_HISTORY = 8;

    /** Makes the columns of a record; throws what the measures throw for a record that they cannot take. */
    static Row of(int position, CanonicalRecord record, Measures measures) {
        mustBeText(record.key().sourceId());
        String fields = JsonText.object(record.fields());
        String attributes = JsonText.object(record.attributes());
        String contributions = ContributionCodec.encode(measures.of(record));
        return new Row(
                position, record, fields, attributes, contributions, hash(record, fields, attributes, contributions));
    }

    /** Half a surrogate pair is no character in UTF-8: the key would come back from the database as another one. */
    private static void mustBeText(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (Character.isSurrogate(key.charAt(i)) && !Character.isSupplementaryCodePoint(key.codePointAt(i++))) {
                throw new IllegalArgumentException("A key must consist of whole characters");
            }
        }
    }

    String sourceId() {
        return record.key().sourceId();
    }

    long order() {
        return record.version().order();
    }

    boolean sameVersionAndContent(Row other) {
        return order() == other.order() && hash.equals(other.hash);
    }

    void writeHistoryEntry(JsonText json, String pageId) {
        json.raw('{').member("v", record.version().text()).member("o", order());
        String status = record.field("status");
        if (status != null) {
            json.member("s", status);
        }
        json.member("p", pageId).member("h", hash.substring(0, HASH_IN_HISTORY)).raw('}');
    }

    /** Returns a whole record as JSON, for a quarantine entry. */
    static JsonNode asJson(CanonicalRecord record) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", record.kind().name());
        node.put("type", record.type());
        node.put("sourceId", record.key().sourceId());
        node.put("version", record.version().text());
        node.put("place", record.place());
        record.fields().forEach(node.putObject("fields")::put);
        record.attributes().forEach(node.putObject("attributes")::put);
        return node;
    }

    private static String hash(CanonicalRecord record, String... parts) {
        MessageDigest digest = sha256();
        update(digest, record.kind().name());
        update(digest, record.type());
        update(digest, record.place());
        for (String part : parts) {
            update(digest, part);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static void update(MessageDigest digest, @Nullable String part) {
        digest.update(part == null ? (byte) 1 : (byte) 0);
        if (part != null) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
