package in.sangam.routes.deliver;

import in.sangam.store.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;

/**
 * {@code hub.delivery.lag} of each sink, in seconds: how long the oldest delivery that is still under way has waited; zero when
 * none has, not a number while the database does not answer. What was refused or given up waits for a person and is no lag.
 */
final class SinkGauges {

    private static final String LAG = "hub.delivery.lag";
    private static final double MILLIS = 1_000.0;

    private SinkGauges() {}

    static void register(SinkPlan plan, Outbox outbox, MeterRegistry meters) {
        for (String sink : plan.names()) {
            Gauge.builder(LAG, () -> lag(outbox, sink))
                    .baseUnit("seconds")
                    .tag("portal", plan.connector().id())
                    .tag("sink", sink)
                    .register(meters);
        }
    }

    /** Takes the metrics of a portal back, so that its next revision can give them. */
    static void remove(String portal, MeterRegistry meters) {
        meters.find(LAG).tag("portal", portal).meters().forEach(meters::remove);
    }

    private static double lag(Outbox outbox, String sink) {
        try {
            return outbox.lag(sink).toMillis() / MILLIS;
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }
}
