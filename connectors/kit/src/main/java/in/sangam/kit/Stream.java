package in.sangam.kit;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.record.Kind;
import in.sangam.kit.edge.Edge;
import in.sangam.kit.edge.Sha256;
import in.sangam.kit.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record that a portal gives, and how it is read.
 *
 * @param portal folder name of the connector
 * @param every time between two polls
 * @param kind what its records become
 * @param type code of the case, activity or reading type
 * @param key path of the record's own key in a row
 * @param version path of the version in a row
 * @param cursor null for a stream that is always read whole
 * @param connectorHash hash of manifest and mapping, part of lineage
 */
public record Stream(
        String portal,
        String name,
        Duration every,
        Source source,
        Kind kind,
        String type,
        String key,
        String version,
        @Nullable Cursor cursor,
        Edge edge,
        Translator translator,
        String connectorHash) {

    /** Returns {@code portal.name}: what routes and pages call it. */
    public String id() {
        return portal + "." + name;
    }

    /** Returns the first ask of a poll, from the saved cursor, null for the very first poll. */
    public Ask firstAsk(@Nullable String savedCursor, Instant now) {
        return firstAsk(savedCursor, null, now);
    }

    /** The same, but from no earlier cursor than a floor. */
    public Ask firstAsk(@Nullable String savedCursor, @Nullable String floor, Instant now) {
        return Ask.first(cursor == null ? null : higher(cursor.start(savedCursor), floor), now);
    }

    /** Returns the first ask of a walk that begins at a cursor and looks back no further. */
    public Ask askFrom(String from, Instant now) {
        return Ask.first(from, now);
    }

    /** Returns the higher of two cursors; null when both are. */
    public @Nullable String higher(@Nullable String one, @Nullable String other) {
        if (one == null || cursor == null) {
            return other;
        }
        return other == null || cursor.compare(one, other) >= 0 ? one : other;
    }

    /** Returns a hash of the keys and versions of rows: two answers of the same rows have the same. */
    public String fingerprint(List<JsonNode> rows) {
        JsonPath keys = JsonPath.of(key);
        JsonPath versions = JsonPath.of(version);
        StringBuilder text = new StringBuilder();
        for (JsonNode row : rows) {
            text.append(keys.in(row).asText())
                    .append('\n')
                    .append(versions.in(row).asText())
                    .append('\n');
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return id();
    }
}
