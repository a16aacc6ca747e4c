package in.sangam.routes.deliver;

import in.sangam.store.Outbox;
import in.sangam.store.Outbox.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets deliveries wait for a person that would be refused again as they are, by the portal or by its connector's codes. */
record Refusals(Outbox outbox, MeterRegistry meters) {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    void add(Delivery delivery, String code, String why) {
        outbox.refused(delivery, code, why);
        meters.counter("hub.deliveries", "sink", delivery.sink(), "outcome", "refused")
                .increment();
        LOG.warn(
                "Delivery {} to {} is refused with {} and waits for a person: {}",
                delivery.deliveryId(),
                delivery.sink(),
                code,
                why);
    }
}
