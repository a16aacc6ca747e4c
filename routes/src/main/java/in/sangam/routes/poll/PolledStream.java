package in.sangam.routes.poll;

import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.routes.pace.Pace;
import in.sangam.routes.pace.Schedule;

/** A stream with what its polls share: its schedule, and the pace and circuit breaker of its portal. */
record PolledStream(Connector connector, Stream stream, Schedule schedule, Pace pace, PortalCircuit circuit) {

    String portal() {
        return stream.portal();
    }

    String routeId() {
        return stream.id() + ".poll";
    }

    @Override
    public String toString() {
        return stream.id();
    }
}
