package in.sangam.core.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself from the edge to the last queue.
 *
 * @param id unique for each message: a redelivery carries the same id, a second fetch another
 * @param sourceHash SHA-256 (hex) of the bytes as they came from the portal: where lineage ends
 * @param cursorFrom cursor that the fetch asked from, null for the very first
 * @param cursorTo highest cursor value seen in the fetch, null when it brought no rows
 * @param fetchedAt wall-clock instant (UTC) at which the answer was complete; orders two contents of one version
 * @param connectorHash hash of manifest and mapping that read it
 */
public record PageHead(
        String id,
        String portal,
        String stream,
        String sourceHash,
        @Nullable String cursorFrom,
        @Nullable String cursorTo,
        Instant fetchedAt,
        String connectorHash) {

    /** Returns the same head with the hash of what has read the rows in the end. */
    public PageHead readBy(String hash) {
        return new PageHead(id, portal, stream, sourceHash, cursorFrom, cursorTo, fetchedAt, hash);
    }
}
