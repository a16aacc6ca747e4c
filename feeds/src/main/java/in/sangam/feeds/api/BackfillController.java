package in.sangam.feeds.api;

import in.sangam.feeds.ConnectorDesk;
import in.sangam.feeds.ConnectorDesk.Shown;
import in.sangam.store.Backfill;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Windows of streams that are read again. Anybody who may log in sees them; to begin or stop one is a POST, for an admin only. */
@RestController
@RequestMapping("/api/v1/backfills")
public final class BackfillController {

    /**
     * A backfill.
     *
     * @param at what lies before it is safely on the broker
     * @param share how much of the window is read, from 0 to 1
     * @param state {@code running}, {@code paused}, {@code finished} or {@code failed}
     * @param pages pages sent, of which {@code stored} have come to the store
     * @param rejected rows of the stored pages that went to quarantine
     */
    public record Row(
            long id,
            String portal,
            String stream,
            String from,
            String to,
            String at,
            double share,
            String state,
            @Nullable String trouble,
            long rows,
            long pages,
            long stored,
            long rejected,
            String askedBy,
            Instant startedAt) {}

    private final ConnectorDesk desk;

    BackfillController(ConnectorDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Backfills, the newest first")
    Listing<Row> list() {
        return Listing.of(desk.backfills().stream().map(BackfillController::row).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One backfill as it stands")
    Row one(@PathVariable long id) {
        return desk.backfills().stream()
                .filter(each -> each.backfill().id() == id)
                .findFirst()
                .map(BackfillController::row)
                .orElseThrow(() -> none(id));
    }

    @PostMapping
    @Operation(
            summary =
                    "Reads a window of a stream again, or lets an unfinished backfill of that window go on; for an admin",
            description =
                    "Nothing is counted twice, and the cursor of the polls does not move. from and to are cursors of the"
                            + " stream or, of moments, days; a last day belongs to the window whole.")
    Row begin(
            @RequestParam String portal,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam String from,
            @RequestParam String to,
            Principal who) {
        return row(desk.beginBackfill(portal, stream, from, to, who.getName()));
    }

    @PostMapping("/{id}/pause")
    @Operation(summary = "Stops a backfill where it is; for an admin")
    Row pause(@PathVariable long id, Principal who) {
        return row(desk.pauseBackfill(id, who.getName()).orElseThrow(() -> none(id)));
    }

    private static ParameterProblem none(long id) {
        return ParameterProblem.missing("id", "There is no backfill with id " + id + ".");
    }

    private static Row row(Shown shown) {
        Backfill of = shown.backfill();
        return new Row(
                of.id(),
                of.portal(),
                of.stream(),
                of.from(),
                of.to(),
                of.at(),
                shown.share(),
                of.state(),
                of.trouble(),
                of.rows(),
                of.pages(),
                of.stored(),
                of.rejected(),
                of.askedBy(),
                of.startedAt());
    }
}
