package in.sangam.feeds;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connector as the feeds show it: its titles, its owner and what each of its streams promises.
 *
 * @param portal folder name of the connector
 * @param owner department that answers for the portal
 */
public record ConnectedPortal(
        String portal, String titleEn, String titleHi, String owner, List<Stream> streams, List<String> sinks) {

    public ConnectedPortal {
        streams = List.copyOf(streams);
        sinks = List.copyOf(sinks);
    }

    /**
     * One stream of the portal.
     *
     * @param fresh age at which the last success is late, null when the manifest promises nothing
     */
    public record Stream(String name, @Nullable Duration fresh) {}
}
