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
 * @param onward what flows have decided about it, by sink
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
        List<Onward> onward,
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

    /**
     * What a flow has decided about the record.
     *
     * @param sink as {@code portal.sink}
     * @param belongs {@code here} when it was sent to the sink, else where it belongs instead
     * @param because the reason of the rule that decided, null when none did
     */
    public record Onward(String sink, String belongs, @Nullable String because, Instant decidedAt) {}
}
