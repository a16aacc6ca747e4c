package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import in.sangam.core.AsOfClock;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.Period;
import in.sangam.core.place.Place;
import in.sangam.feeds.publication.MonthlyPublication;
import in.sangam.feeds.publication.Restatement;
import in.sangam.store.Audit;
import in.sangam.store.Corrections;
import in.sangam.store.Corrections.Correction;
import in.sangam.store.Publications;
import in.sangam.store.read.PublishedMonth;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Published months, and the corrections of their numbers. Who may do what is decided by the program's security. */
@RestController
@RequestMapping("/api/v1")
final class PublicationController {

    /** Days, after the day of asking, within which a nodal officer answers. */
    static final int ANSWER_DAYS = 7;

    /** A month to publish. */
    public record Publish(@Nullable String period, @Nullable String reason) {}

    /** What is asked for: the number that a part of a KPI should be, and where the proof is. */
    public record Ask(
            @Nullable String period,
            @Nullable String kpi,
            @Nullable String place,
            @Nullable String part,
            @Nullable BigDecimal claimed,
            @Nullable String evidence) {}

    /** How a correction ends; {@code amount} is what an adjustment adds to the number. */
    public record Decision(@Nullable String outcome, @Nullable BigDecimal amount, @Nullable String reason) {}

    /** A number that differs between two states of a month. */
    public record Moved(
            String kpi,
            String subject,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal numeratorBefore,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal numeratorNow,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal denominatorBefore,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal denominatorNow,
            @Nullable String marksBefore,
            @Nullable String marksNow) {}

    private static final List<String> OUTCOMES = List.of("source", "adjustment", "refused");

    private final Asked asked;
    private final MonthlyPublication publication;
    private final Publications publications;
    private final Corrections corrections;
    private final Audit audit;
    private final AsOfClock clock;

    PublicationController(
            Asked asked,
            MonthlyPublication publication,
            Publications publications,
            Corrections corrections,
            AsOfClock clock,
            DataSource database) {
        this.asked = asked;
        this.publication = publication;
        this.publications = publications;
        this.corrections = corrections;
        this.audit = new Audit(database);
        this.clock = clock;
    }

    @GetMapping("/publications")
    @Operation(summary = "Months that were published, with every version and why there is one")
    Listing<PublishedMonth> all() {
        return Listing.of(publications.all());
    }

    @GetMapping("/publications/{period}")
    @Operation(summary = "A published month as it will always be; the newest version unless one is asked for")
    PublishedMonth one(@PathVariable String period, @RequestParam(required = false) @Nullable Integer version) {
        return published(asked.period(period), version);
    }

    @GetMapping("/publications/{period}/moved")
    @Operation(
            summary = "What a version moved against the one before",
            description = "With offered=true what a further version would move, because records came later or"
                    + " adjustments were signed. A published month itself never moves.")
    Listing<Moved> moved(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "false") boolean offered) {
        Period month = asked.period(period);
        PublishedMonth of = published(month, version);
        Restatement restatement = offered
                ? publication.offered(month).orElseThrow()
                : publications
                        .version(of.period(), of.version() - 1)
                        .map(before -> Restatement.between(before, of))
                        .orElse(new Restatement(List.of()));
        return Listing.of(
                restatement.lines().stream().map(PublicationController::moved).toList());
    }

    @PostMapping("/publications")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Publish a month for good, or a further version of it")
    PublishedMonth publish(@RequestBody Publish wish, @Nullable Principal by) {
        try {
            return publication.publish(
                    asked.period(needed("period", wish.period)), name(by), needed("reason", wish.reason));
        } catch (MonthlyPublication.Refused e) {
            throw ParameterProblem.conflict("period", String.valueOf(e.getMessage()));
        }
    }

    @GetMapping("/corrections")
    @Operation(summary = "Corrections that were asked for, the latest first, and how they ended")
    Listing<Correction> corrections() {
        return Listing.of(corrections.all());
    }

    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say that a number of a place is wrong, with evidence; goes to the KPI's nodal officer")
    Correction ask(@RequestBody Ask wish, @Nullable Principal by) {
        Kpi kpi = asked.kpi(needed("kpi", wish.kpi));
        Place place = asked.place(needed("place", wish.place));
        Asked.Part part = asked.part(needed("part", wish.part));
        Formula of = asked.formula(kpi, part);
        if (!kpi.isFor(place.level())) {
            throw ParameterProblem.invalid(
                    "place", kpi.code() + " is not worked out for it, so " + of + " has no number.", List.of());
        }
        long id = corrections.ask(
                asked.period(needed("period", wish.period)).toString(),
                kpi.code(),
                place.code(),
                part.word(),
                needed("claimed", wish.claimed),
                needed("evidence", wish.evidence),
                name(by),
                kpi.owner(),
                clock.today().plusDays(ANSWER_DAYS));
        audit.note(name(by), "correction.ask", String.valueOf(id), needed("evidence", wish.evidence));
        return corrections.find(id).orElseThrow();
    }

    @PostMapping("/corrections/{id}/decision")
    @Operation(
            summary = "Answer a correction",
            description = "source: the portal corrects it and the hub pulls it again; adjustment: the first signature"
                    + " under an amount, which counts when a second person has signed; refused: with a reason.")
    Correction decide(@PathVariable long id, @RequestBody Decision decision, @Nullable Principal by) {
        String outcome = Asked.oneOf("outcome", needed("outcome", decision.outcome), OUTCOMES);
        String reason = needed("reason", decision.reason);
        found(id);
        boolean done = outcome.equals("adjustment")
                ? corrections.sign(id, needed("amount", decision.amount), name(by), reason)
                : corrections.close(id, outcome, name(by), reason);
        if (!done) {
            throw ParameterProblem.conflict(
                    "id", "Correction " + id + " is not open, or was asked for by the one who would sign it");
        }
        audit.note(name(by), "correction." + outcome, String.valueOf(id), reason);
        return found(id);
    }

    @PostMapping("/corrections/{id}/second-signature")
    @Operation(summary = "Sign an adjustment as the second person; it counts from the next version on")
    Correction countersign(@PathVariable long id, @Nullable Principal by) {
        found(id);
        if (!corrections.countersign(id, name(by))) {
            throw ParameterProblem.conflict(
                    "id",
                    "Correction " + id
                            + " needs the signature of one person and then of another, neither of whom asked for it");
        }
        audit.note(name(by), "correction.countersign", String.valueOf(id), "");
        return found(id);
    }

    private PublishedMonth published(Period period, @Nullable Integer version) {
        Optional<PublishedMonth> found = version == null
                ? publications.newest(period.toString())
                : publications.version(period.toString(), version);
        return found.orElseThrow(() -> ParameterProblem.missing(
                "period", "The month " + period + " was not published, or not in this version."));
    }

    private Correction found(long id) {
        return corrections
                .find(id)
                .orElseThrow(() -> ParameterProblem.missing("id", "There is no correction " + id + "."));
    }

    private static String name(@Nullable Principal by) {
        return by == null ? "unknown" : by.getName();
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw ParameterProblem.invalid(name, name + " is missing.", List.of());
        }
        return value;
    }

    private static Moved moved(Restatement.Line line) {
        PublishedMonth.Figure before = line.before();
        PublishedMonth.Figure now = line.now();
        return new Moved(
                line.kpi(),
                line.subject(),
                before == null ? null : before.numerator(),
                now == null ? null : now.numerator(),
                before == null ? null : before.denominator(),
                now == null ? null : now.denominator(),
                before == null ? null : before.marks(),
                now == null ? null : now.marks());
    }
}
