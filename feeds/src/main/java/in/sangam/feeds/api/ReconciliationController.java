package in.sangam.feeds.api;

import in.sangam.core.config.HubConfig;
import in.sangam.core.place.Place;
import in.sangam.feeds.reconciliation.Balance;
import in.sangam.feeds.reconciliation.Balance.Measure;
import in.sangam.feeds.reconciliation.Reconciliation;
import in.sangam.feeds.reconciliation.ReconciliationDesk;
import in.sangam.store.Statements;
import in.sangam.store.read.ReconciledRecords;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The counts of both sides, the daily statements of them, and the records behind the hub's side. */
@RestController
@RequestMapping("/api/v1/reconciliation")
final class ReconciliationController {

    /** Hub and portal side of one count; {@code reported} and {@code difference} are null when the portal does not report it. */
    public record CountRow(
            String portal,
            @Nullable String stream,
            LocalDate day,
            @Nullable String place,
            @Nullable String service,
            String measure,
            long counted,
            @Nullable Long reported,
            @Nullable Long difference,
            String state) {}

    /** A statement to be made. */
    public record ToState(@Nullable String portal, @Nullable String day, @Nullable String reason) {}

    private static final int MOST = 5_000;
    private static final List<String> MEASURES =
            Stream.of(Measure.values()).map(Measure::word).toList();

    private final HubConfig config;
    private final Asked asked;
    private final Reconciliation reconciliation;
    private final ReconciliationDesk desk;
    private final Statements statements;
    private final ReconciledRecords records;

    ReconciliationController(
            HubConfig config,
            Asked asked,
            Reconciliation reconciliation,
            ReconciliationDesk desk,
            Statements statements,
            DataSource database) {
        this.config = config;
        this.asked = asked;
        this.reconciliation = reconciliation;
        this.desk = desk;
        this.statements = statements;
        this.records = new ReconciledRecords(database);
    }

    @GetMapping
    @Operation(
            summary = "The hub's counts of a day beside those that the portal reports, as they are now",
            description =
                    "opening + received - disposed = pending. Without day the latest that the portal has reported."
                            + " differences=true lists differences only. What the portal does not report has no number.")
    Listing<CountRow> counts(
            @RequestParam String portal,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "false") boolean differences) {
        Parameters.oneOf("portal", portal, reconciliation.portals());
        LocalDate of = day == null ? reconciliation.latestDay(portal).orElseThrow() : Parameters.day(day);
        return Listing.of(reconciliation.compare(portal, of).stream()
                .flatMap(balance -> Stream.of(Measure.values())
                        .filter(measure -> !differences || balance.isDifference(measure))
                        .map(measure -> row(portal, of, balance, measure)))
                .toList());
    }

    private static CountRow row(String portal, LocalDate day, Balance of, Measure measure) {
        return new CountRow(
                portal,
                of.stream(),
                day,
                of.place(),
                of.service(),
                measure.word(),
                of.counted(measure),
                of.reported(measure),
                of.difference(measure),
                of.state(measure).word());
    }

    @GetMapping("/records")
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
        Parameters.oneOf("measure", measure, MEASURES);
        List<String> places = place == null
                ? List.of()
                : config.places().subtree(asked.place(place).code()).stream()
                        .map(Place::code)
                        .toList();
        LocalDate of = Parameters.day(day);
        boolean opening = measure.equals(Measure.OPENING.word());
        return Listing.of(records.of(
                portal,
                opening ? of.minusDays(1) : of,
                places,
                service,
                opening ? Measure.PENDING.word() : measure,
                Parameters.limit(limit, MOST, MOST)));
    }

    @GetMapping("/statements")
    @Operation(summary = "The statements of a portal that are kept, the latest first")
    Listing<Statements.Head> statements(@RequestParam String portal) {
        return Listing.of(statements.of(portal, MOST));
    }

    @GetMapping("/statement")
    @Operation(
            summary = "The statement of a day, as it was made",
            description =
                    "opening + received - disposed = pending by the hub's records, beside the portal's own totals;"
                            + " stated is what the statement of the day before ended with. Without version the latest.")
    Listing<Statements.Line> statement(
            @RequestParam String portal,
            @RequestParam String day,
            @RequestParam(required = false) @Nullable Integer version) {
        LocalDate of = Parameters.day(day);
        Statements.Head head = (version == null ? statements.latest(portal, of) : statements.find(portal, of, version))
                .orElseThrow(() -> ParameterProblem.missing(
                        version == null ? "day" : "version", "There is no such statement of " + portal + "."));
        return Listing.of(statements.lines(head));
    }

    @PostMapping("/statements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make the statement of a day now; a further version where numbers have moved; for an admin")
    Statements.Head state(@RequestBody ToState wish, @Nullable Principal by) {
        return desk.state(wish.portal(), wish.day(), wish.reason(), PublicationController.name(by));
    }
}
