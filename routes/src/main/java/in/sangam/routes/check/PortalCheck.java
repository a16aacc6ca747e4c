package in.sangam.routes.check;

import in.sangam.kit.Connector;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the way to a portal layer by layer, from the name of its address to the time that an answer takes, and stops at the
 * first that fails: what lies behind it cannot be known. Nothing is stored and no cursor moves.
 */
@FunctionalInterface
public interface PortalCheck {

    /** What is looked at, in this order. */
    enum Layer {
        /** The settings that the manifest names have values. */
        SETTING,
        /** The address has a name that is known and may be called. */
        NAME,
        /** Somebody listens there. */
        TCP,
        /** The certificate is trusted; left out where the address speaks no TLS. */
        TLS,
        /** The portal takes the hub's credential. */
        LOGIN,
        /** The answer is what the manifest says. */
        CONTRACT,
        /** The answer comes well within the time-out. */
        SLOW
    }

    /**
     * What was found at one layer.
     *
     * @param stream which stream was asked, null for what belongs to the whole portal
     * @param sentence one plain sentence; where it failed, with what to do
     */
    record Finding(Layer layer, @Nullable String stream, boolean good, Duration took, String sentence) {}

    /** Returns the findings in order; of the portal, or of each stream, the last is the first that is not good, if any is not. */
    List<Finding> check(Connector connector);
}
