package in.sangam.routes.error;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * First step of every route that reads a queue: at the last delivery that the broker makes, the message is not tried again
 * but becomes a dead letter, with the cause of the failure before. It comes first so that nothing else is in the broker
 * transaction: a dead letter that took an earlier send along would double the page.
 */
public final class GiveUp implements Processor {

    static final String DELIVERIES = "JMSXDeliveryCount";
    static final String MESSAGE_ID = "JMSMessageID";

    private final int mostDeliveries;
    private final LastCauses causes;

    GiveUp(int mostDeliveries, LastCauses causes) {
        this.mostDeliveries = mostDeliveries;
        this.causes = causes;
    }

    @Override
    public void process(Exchange exchange) {
        if (exchange.getMessage().getHeader(DELIVERIES, 1, Integer.class) < mostDeliveries) {
            return;
        }
        String cause = causes.take(exchange.getMessage().getHeader(MESSAGE_ID, String.class));
        throw new Undeliverable(
                "FAILED_AT_EVERY_DELIVERY",
                "Failed at every delivery, " + Objects.requireNonNullElse(cause, "before this start of the hub")
                        + "; see the log, mend the cause and replay",
                null);
    }
}
