package in.sangam.feeds.api;

import in.sangam.feeds.ConnectorDesk;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.reconciliation.ReconciliationDesk;
import in.sangam.store.Audit;
import in.sangam.store.Backfill;
import in.sangam.store.Cursors;
import in.sangam.store.Differences;
import in.sangam.store.Differences.Difference;
import in.sangam.store.read.ListedRecords;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Differences with a portal: who owns them, how they end, and pulling again what differs. */
@RestController
@RequestMapping("/api/v1/reconciliation")
final class DifferenceController {

    /** A stream to pull again from its start. */
    public record PullAgain(@Nullable String portal, @Nullable String stream, @Nullable String reason) {}

    /** What was set back; null when the stream had not been pulled yet. */
    public record SetBack(String portal, String stream, @Nullable String cursorWas) {}

    /** The window of a day to pull again. */
    public record PullDay(
            @Nullable String portal, @Nullable String stream, @Nullable String day, @Nullable String reason) {}

    /** The backfill that pulls it. */
    public record Pulling(long backfill, String portal, String stream, String from, String to, String state) {}

    /** Why a difference is closed. */
    public record Reason(@Nullable String reason) {}

    /** Whose a difference is from now on, and why. */
    public record Owner(@Nullable String owner, @Nullable String reason) {}

    private static final int MOST = 5_000;
    private static final List<String> STATES = List.of("open", "closed", "settled", "all");

    private final FeedSettings settings;
    private final ReconciliationDesk desk;
    private final ConnectorDesk connectors;
    private final Differences differences;
    private final ListedRecords listed;
    private final Cursors cursors;
    private final Audit audit;

    DifferenceController(
            FeedSettings settings,
            ReconciliationDesk desk,
            ConnectorDesk connectors,
            Differences differences,
            ListedRecords listed,
            DataSource database) {
        this.settings = settings;
        this.desk = desk;
        this.connectors = connectors;
        this.differences = differences;
        this.listed = listed;
        this.cursors = new Cursors(database);
        this.audit = new Audit(database);
    }

    @GetMapping("/differences")
    @Operation(
            summary = "Differences that statements found, the latest day first, with owner and how they ended",
            description = "state: open (default), closed by a person, settled by a later statement, all.")
    Listing<Difference> differences(
            @RequestParam(required = false) @Nullable String portal,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable Integer limit) {
        Parameters.oneOf("state", state, STATES);
        return Listing.of(differences.list(
                portal,
                day == null ? null : Parameters.day(day),
                state.equals("all") ? null : state,
                Parameters.limit(limit, MOST, MOST)));
    }

    @PostMapping("/differences/{id}/close")
    @Operation(summary = "Close a difference, with a reason; for an admin or nodal officer")
    Difference close(@PathVariable long id, @RequestBody Reason why, @Nullable Principal by) {
        return desk.close(id, why.reason(), PublicationController.name(by));
    }

    @PostMapping("/differences/{id}/owner")
    @Operation(summary = "Give a difference to another owner, with a reason; for an admin or nodal officer")
    Difference assign(@PathVariable long id, @RequestBody Owner to, @Nullable Principal by) {
        return desk.assign(id, to.owner(), to.reason(), PublicationController.name(by));
    }

    @PostMapping("/pull-day")
    @Operation(
            summary =
                    "Pull the window again in which a day's records lie, to compare what the portal lists; for an admin",
            description =
                    "All that has changed at the portal since that day. A backfill: nothing is counted twice and the"
                            + " polls' cursor stays. What only one side has is listed when it is complete.")
    Pulling pullDay(@RequestBody PullDay wish, @Nullable Principal by) {
        Backfill begun = desk.pullAgain(
                        wish.portal(), wish.stream(), wish.day(), wish.reason(), PublicationController.name(by))
                .backfill();
        return new Pulling(begun.id(), begun.portal(), begun.stream(), begun.from(), begun.to(), begun.state());
    }

    @GetMapping("/listed")
    @Operation(
            summary = "Ids that only one side has, after a window was pulled again to compare",
            description =
                    "missing-in-hub, with the reason where it is in quarantine; vanished-at-portal, where the cursor"
                            + " of the stream is the version of its records.")
    Listing<ListedRecords.Entry> listed(
            @RequestParam long backfill, @RequestParam(required = false) @Nullable Integer limit) {
        Backfill of = connectors.backfills().stream()
                .map(ConnectorDesk.Shown::backfill)
                .filter(each -> each.id() == backfill && each.listing())
                .findFirst()
                .orElseThrow(() -> ParameterProblem.missing(
                        "backfill", "No window was pulled again to compare as backfill " + backfill + "."));
        if (!of.complete()) {
            throw ParameterProblem.conflict(
                    "backfill", "Backfill " + backfill + " is not complete yet: it is at " + of.at() + ".");
        }
        return Listing.of(listed.compare(backfill, Parameters.limit(limit, MOST, MOST)));
    }

    @PostMapping("/pull-again")
    @Operation(
            summary = "Pull a stream again from its start",
            description =
                    "The next poll asks for everything; what is stored already changes nothing. Written down with who"
                            + " and why.")
    SetBack pullAgain(@RequestBody PullAgain wish, @Nullable Principal by) {
        String portal = Parameters.needed("portal", wish.portal());
        String stream = Parameters.needed("stream", wish.stream());
        String reason = Parameters.needed("reason", wish.reason());
        if (!settings.hasStream(portal, stream)) {
            throw ParameterProblem.missing(
                    "stream", "There is no stream '" + stream + "' of a portal '" + portal + "'.");
        }
        String was = cursors.read(portal, stream).orElse(null);
        cursors.forget(portal, stream);
        audit.note(
                PublicationController.name(by),
                "stream.pull-again",
                portal + "." + stream + " from " + (was == null ? "its start" : was),
                reason);
        return new SetBack(portal, stream, was);
    }
}
