package in.sangam.feeds;

import in.sangam.store.read.FeedQualityReader.Feed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the feeds must be told by the program that runs them.
 *
 * @param sandboxData whether the records are shaped sandbox data; every page then says so in a banner
 * @param portals the connectors as loaded now; asked each time, because a connector may change while the hub runs
 * @param tileGrid CSV {@code code,column,row} that lays districts out as tiles
 */
public record FeedSettings(boolean sandboxData, Supplier<List<ConnectedPortal>> portals, Path tileGrid) {

    /** Returns the streams that are connected now, each with the age at which it is late. */
    public List<Feed> feeds() {
        return portals.get().stream()
                .flatMap(portal -> portal.streams().stream()
                        .map(stream -> new Feed(portal.portal(), stream.name(), seconds(stream.fresh()))))
                .toList();
    }

    private static @Nullable Long seconds(@Nullable Duration fresh) {
        return fresh == null ? null : Long.valueOf(fresh.toSeconds());
    }

    /** Returns whether a portal that is connected now has a stream of this name. */
    public boolean hasStream(String portal, String stream) {
        return portals.get().stream()
                .filter(each -> each.portal().equals(portal))
                .flatMap(each -> each.streams().stream())
                .anyMatch(each -> each.name().equals(stream));
    }
}
