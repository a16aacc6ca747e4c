package in.sangam.feeds;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person may have done with a connector that is in force. */
public interface ConnectorDesk {

    /**
     * What was found at one layer of the way to a portal.
     *
     * @param layer one of {@code setting}, {@code name}, {@code tcp}, {@code tls}, {@code login}, {@code contract}, {@code slow}
     * @param stream which stream was asked, null for what belongs to the whole portal
     * @param sentence one plain sentence; where it failed, with what to do
     */
    record Finding(String layer, @Nullable String stream, boolean good, long millis, String sentence) {}

    /** Looks at the way to a portal, layer by layer up to the first that fails; empty when no such portal is connected. Audited. */
    Optional<List<Finding>> check(String portal, String who);
}
