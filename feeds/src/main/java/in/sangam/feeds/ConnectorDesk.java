package in.sangam.feeds;

import in.sangam.store.Backfill;
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

    /** A backfill as it stands, and how much of its window is read, from 0 to 1. */
    record Shown(Backfill backfill, double share) {}

    /**
     * Begins to read a window of a stream again, or lets an unfinished backfill of the same window go on; throws
     * {@link in.sangam.feeds.api.ParameterProblem} where that cannot be. Audited.
     *
     * @param stream null where the connector has one stream with a cursor only
     */
    Shown beginBackfill(String portal, @Nullable String stream, String from, String to, String who);

    /** The same, to compare: the keys that the portal lists are kept beside. */
    Shown pullAgain(String portal, String stream, String from, String to, String who);

    /** Stops a backfill where it is, audited; empty when there is none of this id. */
    Optional<Shown> pauseBackfill(long id, String who);

    /** Returns the latest backfills, the newest first. */
    List<Shown> backfills();
}
