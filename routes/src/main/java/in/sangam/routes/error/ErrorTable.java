package in.sangam.routes.error;

import in.sangam.routes.Queues;
import in.sangam.store.StoreUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;

/**
 * The reaction to every failure, in one table.
 *
 * <table><caption>Failures</caption>
 * <tr><td>on a queue: store unavailable</td><td>the page waits in place until the store is back</td></tr>
 * <tr><td>on a queue: undeliverable</td><td>dead letter at once, with its cause</td></tr>
 * <tr><td>on a queue: anything else</td><td>back to the broker, which delivers again later; dead letter at the last delivery</td></tr>
 * <tr><td>in a poll</td><td>{@code PollFailed}: noted by its code, tried again later, cursor unmoved</td></tr>
 * <tr><td>in a delivery</td><td>{@code DeliveryFailed}: the outbox keeps it, tried again later</td></tr>
 * <tr><td>in a timed step</td><td>{@code StepFailed}: noted, next tick</td></tr>
 * </table>
 */
public final class ErrorTable extends RouteConfigurationBuilder {

    /** Route configuration of the steps that a timer starts. */
    public static final String TIMED = "timed";

    private static final int SHORTEST_WAIT_MS = 200;
    private static final int LONGEST_WAIT_MS = 5_000;

    private final MeterRegistry meters;
    private final int mostDeliveries;
    private final LastCauses causes = new LastCauses();

    /** Takes the number of deliveries after which the broker itself gives a message up. */
    public ErrorTable(MeterRegistry meters, int mostDeliveries) {
        this.meters = meters;
        this.mostDeliveries = mostDeliveries;
    }

    /** Returns the step that every route which reads a queue begins with. */
    public GiveUp giveUp() {
        return new GiveUp(mostDeliveries, causes);
    }

    @Override
    public void configuration() {
        Queues.ALL.forEach(this::queue);
        routeConfiguration(TIMED).onException(Throwable.class).handled(true).process(new StepFailed(meters));
    }

    // spotless:off
    private void queue(String queue) {
        String deadLetters = "jms:queue:" + Queues.deadLettersOf(queue);
        Processor cause = new DeadLetter(queue, meters);
        RouteConfigurationDefinition failures = routeConfiguration(queue);
        failures.onException(StoreUnavailable.class)
                .maximumRedeliveries(-1)
                .redeliveryDelay(SHORTEST_WAIT_MS).useExponentialBackOff().backOffMultiplier(2)
                .maximumRedeliveryDelay(LONGEST_WAIT_MS)
                .retryAttemptedLogLevel(LoggingLevel.WARN).logRetryStackTrace(false);
        // Handled means moved: nothing is ever acknowledged without that.
        failures.onException(Undeliverable.class)
                .handled(true).process(cause).to(deadLetters);
        // Not handled: receive and send are taken back together, and the broker delivers again.
        failures.onException(Throwable.class)
                .handled(false).process(causes);
    }
    // spotless:on
}
