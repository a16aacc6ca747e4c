package in.sangam.feeds.api;

import in.sangam.core.config.HubConfig;
import in.sangam.core.place.Place;
import in.sangam.feeds.FeedSettings;
import in.sangam.store.Audit;
import in.sangam.store.Cursors;
import in.sangam.store.read.ReconciledRecords;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is behind a difference with a portal, and pulling again what differs. */
@RestController
@RequestMapping("/api/v1")
final class ReconciliationController {

    /** A stream to pull again from its start. */
    public record PullAgain(@Nullable String portal, @Nullable String stream, @Nullable String reason) {}

    /** What was set back; null when the stream had not been pulled yet. */
    public record SetBack(String portal, String stream, @Nullable String cursorWas) {}

    private static final int MOST = 5_000;
    private static final List<String> MEASURES = List.of("received", "disposed", "pending");

    private final HubConfig config;
    private final FeedSettings settings;
    private final Asked asked;
    private final ReconciledRecords records;
    private final Cursors cursors;
    private final Audit audit;

    ReconciliationController(HubConfig config, FeedSettings settings, Asked asked, DataSource database) {
        this.config = config;
        this.settings = settings;
        this.asked = asked;
        this.records = new ReconciledRecords(database);
        this.cursors = new Cursors(database);
        this.audit = new Audit(database);
    }

    @GetMapping("/reconciliation/records")
    @Operation(
            summary = "The records behind the hub's side of a count, by id",
            description = "Counted ones first, then those of the portal that are in quarantine and so in no count.")
    Listing<ReconciledRecords.Entry> records(
            @RequestParam String portal,
            @RequestParam String day,
            @RequestParam String measure,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable Integer limit) {
        Asked.oneOf("measure", measure, MEASURES);
        List<String> places = place == null
                ? List.of()
                : config.places().subtree(asked.place(place).code()).stream()
                        .map(Place::code)
                        .toList();
        return Listing.of(records.of(portal, Asked.day(day), places, service, measure, Asked.limit(limit, MOST, MOST)));
    }

    @PostMapping("/reconciliation/pull-again")
    @Operation(
            summary = "Pull a stream again from its start",
            description =
                    "The next poll asks for everything; what is stored already changes nothing. Written down with who"
                            + " and why.")
    SetBack pullAgain(@RequestBody PullAgain wish, @Nullable Principal by) {
        String portal = wish.portal() == null ? "" : wish.portal();
        String stream = wish.stream() == null ? "" : wish.stream();
        String reason = wish.reason() == null ? "" : wish.reason();
        boolean known = settings.portals().get().stream()
                .filter(each -> each.portal().equals(portal))
                .flatMap(each -> each.streams().stream())
                .anyMatch(each -> each.name().equals(stream));
        if (!known) {
            throw ParameterProblem.missing(
                    "stream", "There is no stream '" + stream + "' of a portal '" + portal + "'.");
        }
        if (reason.isBlank()) {
            throw ParameterProblem.invalid("reason", "reason is missing.", List.of());
        }
        String was = cursors.read(portal, stream).orElse(null);
        cursors.forget(portal, stream);
        audit.note(
                by == null ? "unknown" : by.getName(),
                "stream.pull-again",
                portal + "." + stream + " from " + (was == null ? "its start" : was),
                reason);
        return new SetBack(portal, stream, was);
    }
}
