package in.sangam.routes.poll;

import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.kit.Window;
import in.sangam.routes.pace.Pace;
import in.sangam.routes.pace.Schedule;
import java.time.Instant;

/** A stream with what its polls share: its schedule, and the pace and circuit breaker of its portal. */
record PolledStream(Connector connector, Stream stream, Schedule schedule, Pace pace, PortalCircuit circuit) {

    String portal() {
        return stream.portal();
    }

    /** Tells whether the portal may be called now: within its window, or because a person has asked for it. */
    boolean mayCall(Instant now) {
        Window window = connector.window();
        return window == null || window.holds(now) || schedule.isAsked();
    }

    String routeId() {
        return stream.id() + ".poll";
    }

    @Override
    public String toString() {
        return stream.id();
    }
}
