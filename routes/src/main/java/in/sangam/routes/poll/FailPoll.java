package in.sangam.routes.poll;

import in.sangam.kit.edge.UnreadablePage;
import in.sangam.store.PageVault;
import in.sangam.store.StreamHealth;
import in.sangam.store.UnreadablePages;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Notes a poll that failed: by its code, in health, metrics and the log; the cursor stays, and the next poll waits longer. */
final class FailPoll implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(FailPoll.class);

    private static final Set<PollFailed.Code> STANDS_STILL =
            Set.of(PollFailed.Code.PAGE_REPEATS, PollFailed.Code.FILE_REFUSED);

    private final PolledStream polled;
    private final StreamHealth health;
    private final UnreadablePages unreadable;
    private final @Nullable PageVault vault;
    private final Clock wallClock;
    private final MeterRegistry meters;

    FailPoll(PolledStream polled, StreamHealth health, UnreadablePages unreadable, PollParts parts) {
        this.polled = polled;
        this.health = health;
        this.unreadable = unreadable;
        this.vault = parts.vault();
        this.wallClock = parts.wallClock();
        this.meters = parts.meters();
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
        note(exchange, failure);
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

    private void note(Exchange exchange, PollFailed failure) {
        String stream = polled.stream().name();
        if (failure.getCause() instanceof UnreadablePage page) {
            boolean first = unreadable.seen(
                    polled.portal(), stream, page.contentHash(), page.code().name(), failure.sentence());
            if (first) {
                LOG.error(
                        "ALARM {} stands still: an answer cannot be read ({}, content {})",
                        polled,
                        page.code(),
                        page.contentHash());
            }
            keep(exchange, page);
            health.stalled(polled.portal(), stream, "UNREADABLE_" + page.code(), failure.sentence());
        } else if (STANDS_STILL.contains(failure.code())) {
            health.stalled(polled.portal(), stream, failure.code().name(), failure.sentence());
        } else {
            health.failed(polled.portal(), stream, failure.code().name(), failure.sentence());
        }
    }

    /** A vault that is away must not keep the rest from being noted; the portal is asked again and gives the answer again. */
    private void keep(Exchange exchange, UnreadablePage page) {
        Poll poll = Poll.in(exchange);
        byte[] answer = poll == null ? null : poll.unreadable();
        if (vault == null || answer == null) {
            return;
        }
        try {
            vault.keep(polled.portal(), polled.stream().name(), page.contentHash(), answer, wallClock.instant());
        } catch (DataAccessException e) {
            LOG.warn("{}: the vault did not take content {}", polled, page.contentHash(), e);
        }
    }

    /** What is known needs no stack trace. */
    private static @Nullable Throwable unknown(PollFailed failure) {
        return failure.code() == PollFailed.Code.UNEXPECTED ? failure.getCause() : null;
    }
}
