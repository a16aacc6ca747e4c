package in.sangam.routes.error;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes that a timed step failed; the next tick tries again. */
final class StepFailed implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(StepFailed.class);
    private final MeterRegistry meters;

    StepFailed(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        meters.counter("hub.step.failures", "route", exchange.getFromRouteId()).increment();
        LOG.warn("{} failed and is tried again at its next tick", exchange.getFromRouteId(), cause);
    }
}
