package in.sangam.routes.deliver;

import in.sangam.store.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** What deliveries are made of. */
public record DeliveryParts(Outbox outbox, Clock wallClock, MeterRegistry meters) {

    Refusals refusals() {
        return new Refusals(outbox, meters);
    }
}
