package in.sangam.routes.deliver;

import in.sangam.routes.pace.Paces;
import in.sangam.store.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/**
 * What deliveries are made of.
 *
 * @param paces the rates that portals allow, of all that call them
 */
public record DeliveryParts(Outbox outbox, Paces paces, Clock wallClock, MeterRegistry meters) {

    Refusals refusals() {
        return new Refusals(outbox, meters);
    }
}
