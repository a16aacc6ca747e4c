package in.sangam.routes.flow;

import in.sangam.core.page.PageHead;
import in.sangam.store.PageOutcome;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts rows as they become stored, unchanged, superseded or quarantined: live metrics whose sum is what was received. */
final class FlowMeter {

    private final MeterRegistry meters;

    FlowMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void stored(PageHead head, PageOutcome outcome) {
        if (outcome.alreadyKnown()) {
            meters.counter("hub.pages.repeated", "portal", head.portal(), "stream", head.stream())
                    .increment();
            return;
        }
        count(head, "received", outcome.received());
        count(head, "stored", outcome.stored());
        count(head, "corrected", outcome.corrected());
        count(head, "unchanged", outcome.unchanged());
        count(head, "superseded", outcome.superseded());
        count(head, "quarantined", outcome.quarantined());
    }

    private void count(PageHead head, String what, int rows) {
        meters.counter("hub.rows", "portal", head.portal(), "stream", head.stream(), "outcome", what)
                .increment(rows);
    }
}
