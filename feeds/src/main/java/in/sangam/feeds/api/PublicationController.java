package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import in.sangam.core.kpi.Period;
import in.sangam.feeds.publication.MonthlyPublication;
import in.sangam.feeds.publication.Restatement;
import in.sangam.store.Publications;
import in.sangam.store.read.PublishedMonth;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
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

/** Published months. Who may do what is decided by the program's security. */
@RestController
@RequestMapping("/api/v1")
final class PublicationController {

    /** A month to publish. */
    public record Publish(@Nullable String period, @Nullable String reason) {}

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

    private final Asked asked;
    private final MonthlyPublication publication;
    private final Publications publications;

    PublicationController(Asked asked, MonthlyPublication publication, Publications publications) {
        this.asked = asked;
        this.publication = publication;
        this.publications = publications;
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
                    asked.period(Parameters.needed("period", wish.period)),
                    name(by),
                    Parameters.needed("reason", wish.reason));
        } catch (MonthlyPublication.Refused e) {
            throw ParameterProblem.conflict("period", String.valueOf(e.getMessage()));
        }
    }

    private PublishedMonth published(Period period, @Nullable Integer version) {
        Optional<PublishedMonth> found = version == null
                ? publications.newest(period.toString())
                : publications.version(period.toString(), version);
        return found.orElseThrow(() -> ParameterProblem.missing(
                "period", "The month " + period + " was not published, or not in this version."));
    }

    static String name(@Nullable Principal by) {
        return by == null ? "unknown" : by.getName();
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
