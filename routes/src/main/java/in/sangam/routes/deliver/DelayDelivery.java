package in.sangam.routes.deliver;

import in.sangam.kit.UnknownWord;
import in.sangam.routes.pace.Schedule;
import in.sangam.store.Outbox;
import in.sangam.store.Outbox.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a delivery that did not get through back into the outbox, for longer each time; after very many attempts it waits for a
 * person, as does at once one for which the portal's codes have no word.
 */
final class DelayDelivery implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(DelayDelivery.class);
    private static final int MOST_ATTEMPTS = 100;

    private final String portal;
    private final Outbox outbox;
    private final Schedule schedule;
    private final MeterRegistry meters;
    private final Refusals refusals;

    DelayDelivery(String portal, DeliveryParts parts, Schedule schedule) {
        this.portal = portal;
        this.outbox = parts.outbox();
        this.schedule = schedule;
        this.meters = parts.meters();
        this.refusals = parts.refusals();
    }

    @Override
    public void process(Exchange exchange) {
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Delivery delivery = ClaimDelivery.in(exchange);
        if (thrown instanceof UnknownWord unknown && delivery != null) {
            refusals.add(delivery, "UNKNOWN_WORD", String.valueOf(unknown.getMessage()));
            return;
        }
        NotDelivered cause = thrown instanceof NotDelivered known ? known : unknown(thrown);
        Duration wait = schedule.failed(cause.retryAfter());
        meters.counter("hub.delivery.failures", "portal", portal, "code", cause.code())
                .increment();
        LOG.warn(
                "Delivery to {} did not get through, {}: {}; next in {} s",
                portal,
                cause.code(),
                cause.getMessage(),
                wait.plusMillis(999).toSeconds());
        if (delivery == null) {
            return;
        }
        String sentence = String.valueOf(cause.getMessage());
        if (delivery.attempt() >= MOST_ATTEMPTS) {
            outbox.parked(delivery, cause.code(), sentence);
            LOG.error(
                    "ALARM delivery {} to {} is given up after {} attempts",
                    delivery.deliveryId(),
                    portal,
                    MOST_ATTEMPTS);
        } else {
            outbox.retryLater(delivery, wait, cause.code(), sentence);
        }
    }

    private static NotDelivered unknown(Throwable thrown) {
        String kind = thrown.getClass().getSimpleName();
        return thrown instanceof IOException
                ? new NotDelivered("UNREACHABLE", "The portal cannot be reached (" + kind + ")", null)
                : new NotDelivered("UNEXPECTED", "The attempt failed with " + kind, null);
    }
}
