package in.sangam.routes.deliver;

import in.sangam.kit.Sink;
import in.sangam.routes.pace.RetryAfter;
import in.sangam.routes.pace.Schedule;
import in.sangam.store.Outbox;
import in.sangam.store.Outbox.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Settles a delivery by the portal's answer: a receipt acknowledges it, a refusal parks it for a person with the portal's
 * own code, and what says nothing of the delivery itself (credential, rate, failure) is tried again later.
 */
final class SettleDelivery implements Processor {

    private static final byte[] EMPTY = {};
    private static final int UNAUTHORISED = 401;
    private static final Set<Integer> NOT_OF_THE_DELIVERY = Set.of(401, 407, 408, 425, 429);

    private final SinkPlan plan;
    private final Outbox outbox;
    private final Schedule schedule;
    private final MeterRegistry meters;
    private final Refusals refusals;

    SettleDelivery(SinkPlan plan, DeliveryParts parts, Schedule schedule) {
        this.plan = plan;
        this.outbox = parts.outbox();
        this.schedule = schedule;
        this.meters = parts.meters();
        this.refusals = parts.refusals();
    }

    @Override
    public void process(Exchange exchange) {
        Delivery delivery = Objects.requireNonNull(ClaimDelivery.in(exchange));
        Sink sink = plan.of(delivery.sink());
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        byte[] answer = Objects.requireNonNullElse(exchange.getMessage().getBody(byte[].class), EMPTY);
        if (status >= 200 && status < 300) {
            acknowledge(delivery, sink.receiptIn(answer));
        } else if (status >= 400 && status < 500 && !NOT_OF_THE_DELIVERY.contains(status)) {
            refuse(delivery, sink.refusalIn(answer), status);
        } else {
            if (status == UNAUTHORISED) {
                plan.credentials().renew();
            }
            throw new NotDelivered(
                    "HTTP_" + status,
                    "The portal answered HTTP " + status,
                    RetryAfter.in(exchange.getMessage().getHeader(RetryAfter.HEADER, String.class)));
        }
    }

    private void acknowledge(Delivery delivery, String receipt) {
        if (receipt.isEmpty()) {
            throw new NotDelivered("NO_RECEIPT", "The portal's answer holds no receipt", null);
        }
        outbox.acknowledged(delivery, receipt);
        schedule.succeeded();
        meters.counter("hub.deliveries", "sink", delivery.sink(), "outcome", "acknowledged")
                .increment();
    }

    private void refuse(Delivery delivery, String portalCode, int status) {
        String code = portalCode.isEmpty() ? "HTTP_" + status : portalCode;
        refusals.add(delivery, code, "The portal refused the delivery with HTTP " + status);
        schedule.succeeded();
    }
}
