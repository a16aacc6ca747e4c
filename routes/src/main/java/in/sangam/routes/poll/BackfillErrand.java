package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.core.page.SourcePage;
import in.sangam.kit.Cursor;
import in.sangam.kit.JsonPath;
import in.sangam.routes.pace.Schedule;
import in.sangam.store.Backfill;
import in.sangam.store.Backfills;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a window of a stream again, at a cursor of its own: the polls' cursor, health and schedule are not touched. It shares the
 * portal's pace and circuit with them.
 */
final class BackfillErrand {

    private static final Logger LOG = LoggerFactory.getLogger(BackfillErrand.class);
    private static final Set<PollFailed.Code> PASSES = Set.of(
            PollFailed.Code.BROKER_UNAVAILABLE, PollFailed.Code.STORE_UNAVAILABLE, PollFailed.Code.WRONG_CREDENTIAL);

    private final long id;
    private final PolledStream polled;
    private final Cursor cursor;
    private final Backfills backfills;
    private final AsOfClock asOf;
    private final Clock wallClock;
    private final Schedule schedule;
    private boolean passed;
    private boolean listing;

    BackfillErrand(
            long id,
            PolledStream polled,
            Cursor cursor,
            Backfills backfills,
            AsOfClock asOf,
            Clock wallClock,
            Schedule schedule) {
        this.id = id;
        this.polled = polled;
        this.cursor = cursor;
        this.backfills = backfills;
        this.asOf = asOf;
        this.wallClock = wallClock;
        this.schedule = schedule;
    }

    void begin(Exchange exchange) {
        if (!schedule.isDue() || !polled.mayCall(wallClock.instant())) {
            return;
        }
        Optional<Backfill> now = backfills.find(id).filter(Backfill::running);
        if (now.isEmpty() || !polled.circuit().mayBegin()) {
            schedule.succeeded();
            return;
        }
        passed = false;
        listing = now.get().listing();
        String at = now.get().at();
        new Poll(polled.stream(), at, polled.stream().askFrom(at, asOf.now())).begin(exchange);
    }

    void advance(Exchange exchange) {
        Poll poll = Poll.of(exchange);
        String before = Objects.requireNonNull(poll.saved(), "a backfill has a cursor from its beginning");
        String next = poll.nextCursor();
        String to = next == null ? before : next;
        List<SourcePage> pages = poll.pages();
        boolean goesOn = backfills.advance(
                id,
                before,
                to,
                pages.stream().map(page -> page.head().id()).toList(),
                pages.stream().mapToInt(page -> page.rows().size()).sum(),
                listing ? keys(pages) : List.of());
        poll.moved(to);
        passed = goesOn
                && backfills
                        .find(id)
                        .map(now -> cursor.compare(to, now.to()) > 0)
                        .orElse(false);
        if (!goesOn || passed) {
            poll.interrupt();
        }
    }

    /** Written as records write theirs; a row without a key is told by quarantine. */
    private List<String> keys(List<SourcePage> pages) {
        JsonPath key = JsonPath.of(polled.stream().key());
        return pages.stream()
                .flatMap(page -> page.rows().stream())
                .map(row -> key.in(row).asText().strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    void end(Exchange exchange) {
        Poll poll = Poll.in(exchange);
        if (poll == null) {
            return;
        }
        schedule.succeeded();
        if (poll.interrupted() && !passed) {
            polled.circuit().nothingSaid();
            return;
        }
        polled.circuit().answered();
        backfills.finished(id);
        LOG.info("Backfill {} of {} has read its window to the end", id, polled);
    }

    /** What passes by itself is waited for; what needs a person ends it, at its cursor, until a person lets it go on. */
    void fail(Exchange exchange) {
        PollFailed failure = Failures.of(polled, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        schedule.failed(failure.retryAfter());
        boolean begun = Poll.in(exchange) != null;
        if (begun && failure.code().portalUnwell()) {
            polled.circuit().unwell(failure);
        } else if (begun) {
            polled.circuit().nothingSaid();
        }
        String why = failure.code() + ": " + failure.sentence();
        LOG.warn("Backfill {} of {}: {}", id, polled, why);
        if (failure.code() == PollFailed.Code.STORE_UNAVAILABLE) {
            return;
        }
        if (failure.code().portalUnwell() || PASSES.contains(failure.code())) {
            backfills.waits(id, why);
        } else {
            backfills.failed(id, why);
        }
    }
}
