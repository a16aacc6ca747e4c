package in.sangam.routes.pace;

import in.sangam.kit.Connector;
import in.sangam.kit.Rate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The paces of all portals: whatever calls one portal — polls, deliveries, checks — shares the rate that it allows. */
public final class Paces {

    private record Kept(@Nullable Rate rate, Pace pace) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** Returns the pace of a connector's portal: a new one only when its manifest allows another rate than before. */
    public Pace of(Connector connector) {
        Rate rate = connector.transport().rate();
        return kept.compute(
                        connector.id(),
                        (id, now) ->
                                now != null && Objects.equals(now.rate(), rate) ? now : new Kept(rate, new Pace(rate)))
                .pace();
    }

    /** Returns the pace of a portal by its id; one without bound when nothing calls it. */
    public Pace of(String portal) {
        Kept now = kept.get(portal);
        return now == null ? new Pace(null) : now.pace();
    }
}
