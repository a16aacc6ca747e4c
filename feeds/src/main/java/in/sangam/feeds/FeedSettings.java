package in.sangam.feeds;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the feeds must be told by the program that runs them.
 *
 * @param sandboxData whether the records are shaped sandbox data; every page then says so in a banner
 * @param portals the connectors as loaded now; asked each time, because a connector may change while the hub runs
 * @param tileGrid CSV {@code code,column,row} that lays districts out as tiles
 */
public record FeedSettings(boolean sandboxData, Supplier<List<ConnectedPortal>> portals, Path tileGrid) {

    /** Returns whether a portal that is connected now has a stream of this name. */
    public boolean hasStream(String portal, String stream) {
        return portals.get().stream()
                .filter(each -> each.portal().equals(portal))
                .flatMap(each -> each.streams().stream())
                .anyMatch(each -> each.name().equals(stream));
    }
}
