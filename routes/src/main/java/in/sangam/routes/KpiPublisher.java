package in.sangam.routes;

import java.util.List;

/** Evaluates the KPIs of the running period and puts what changed into the outbox. Called often: it must be quick when nothing changed. */
@FunctionalInterface
public interface KpiPublisher {

    /**
     * Publishes what changed since the last call.
     *
     * @param sinks names of the sinks that get KPI values, as {@code portal.sink}
     */
    void publish(List<String> sinks);
}
