package in.sangam.routes.error;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Tells whether the broker has delivered this message as often as it may. */
final class LastDelivery implements Predicate {

    static final String DELIVERIES = "JMSXDeliveryCount";

    private final int most;

    LastDelivery(int most) {
        this.most = most;
    }

    @Override
    public boolean matches(Exchange exchange) {
        return exchange.getMessage().getHeader(DELIVERIES, 1, Integer.class) >= most;
    }
}
