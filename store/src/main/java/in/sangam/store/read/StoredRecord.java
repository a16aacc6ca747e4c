package in.sangam.store.read;

import in.sangam.core.measure.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands, with its history and what it counts for.
 *
 * @param version in the portal's own words
 * @param history every version ever taken, the newest first
 * @param page the page that the current version came with; null only when the page's row is gone
 * @param revision how often the row was written
 */
public record StoredRecord(
        String portal,
        String stream,
        String sourceId,
        String version,
        String kind,
        String type,
        @Nullable String place,
        SortedMap<String, String> fields,
        SortedMap<String, String> attributes,
        List<Contribution> contributions,
        List<Taken> history,
        @Nullable PageLineage page,
        Instant firstSeen,
        Instant changedAt,
        int revision) {

    /**
     * One version that was taken.
     *
     * @param status the status it carried, null when it carried none
     * @param page the page it came with, null when the page's row is gone
     */
    public record Taken(String version, @Nullable String status, String pageId, @Nullable PageLineage page) {}
}
