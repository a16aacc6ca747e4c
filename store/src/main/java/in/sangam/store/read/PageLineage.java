package in.sangam.store.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The page that a version came with: where lineage ends.
 *
 * @param sourceHash SHA-256 (hex) of the bytes as they came from the portal
 * @param connectorHash hash of the manifest and mapping that read them
 */
public record PageLineage(
        String id,
        String portal,
        String stream,
        String sourceHash,
        @Nullable String cursorFrom,
        @Nullable String cursorTo,
        Instant fetchedAt,
        String connectorHash,
        int received,
        int stored) {}
