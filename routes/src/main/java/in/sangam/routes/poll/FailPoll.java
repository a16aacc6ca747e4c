package in.sangam.routes.poll;

import in.sangam.kit.edge.UnreadablePage;
import in.sangam.store.StreamHealth;
import in.sangam.store.UnreadablePages;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes a poll that failed: by its code, in health, metrics and the log; the cursor stays, and the next poll waits longer. */
final class FailPoll implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(FailPoll.class);

    private final PolledStream polled;
    private final StreamHealth health;
    private final UnreadablePages unreadable;
    private final MeterRegistry meters;

    FailPoll(PolledStream polled, StreamHealth health, UnreadablePages unreadable, MeterRegistry meters) {
        this.polled = polled;
        this.health = health;
        this.unreadable = unreadable;
        this.meters = meters;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        PollFailed failure = Failures.of(polled, cause);
        polled.schedule().failed(failure.retryAfter());
        breaker(exchange, failure);
        meters.counter(
                        "hub.poll.failures",
                        "portal",
                        polled.portal(),
                        "stream",
                        polled.stream().name(),
                        "code",
                        failure.code().name())
                .increment();
        LOG.warn("{} {}: {}", polled, failure.code(), failure.sentence(), unknown(failure));
        note(failure);
    }

    private void breaker(Exchange exchange, PollFailed failure) {
        if (Poll.in(exchange) == null) {
            return;
        }
        if (failure.code().portalUnwell()) {
            polled.circuit().unwell(failure);
        } else {
            polled.circuit().nothingSaid();
        }
    }

    private void note(PollFailed failure) {
        String stream = polled.stream().name();
        if (failure.getCause() instanceof UnreadablePage page) {
            if (unreadable.isSkipped(polled.portal(), stream, page.contentHash())) {
                // A person has decided to go on without this answer: it counts as one without rows.
                polled.schedule().succeeded();
                health.succeeded(polled.portal(), stream);
                return;
            }
            boolean first = unreadable.seen(
                    polled.portal(), stream, page.contentHash(), page.code().name(), failure.sentence());
            if (first) {
                LOG.error(
                        "ALARM {} stands still: an answer cannot be read ({}, content {})",
                        polled,
                        page.code(),
                        page.contentHash());
            }
            health.stalled(polled.portal(), stream, "UNREADABLE_" + page.code(), failure.sentence());
        } else if (failure.code() == PollFailed.Code.PAGE_REPEATS) {
            health.stalled(polled.portal(), stream, failure.code().name(), failure.sentence());
        } else {
            health.failed(polled.portal(), stream, failure.code().name(), failure.sentence());
        }
    }

    /** What is known needs no stack trace. */
    private static @org.jspecify.annotations.Nullable Throwable unknown(PollFailed failure) {
        return failure.code() == PollFailed.Code.UNEXPECTED ? failure.getCause() : null;
    }
}
