package in.sangam.core.record;

import java.util.Comparator;

/**
 * What makes a record one record: the portal and stream it came from and its key there.
 *
 * @param portal folder name of the connector
 * @param stream name of the stream in the connector's manifest
 * @param sourceId the record's own key at the portal, as the portal writes it
 */
public record RecordKey(String portal, String stream, String sourceId) implements Comparable<RecordKey> {

    private static final Comparator<RecordKey> ORDER = Comparator.comparing(RecordKey::portal)
            .thenComparing(RecordKey::stream)
            .thenComparing(RecordKey::sourceId);

    public RecordKey {
        if (portal.isBlank() || stream.isBlank() || sourceId.isBlank()) {
            throw new IllegalArgumentException("A record key needs portal, stream and source id");
        }
    }

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }
}
