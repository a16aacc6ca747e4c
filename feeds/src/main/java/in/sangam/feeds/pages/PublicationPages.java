package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Period;
import in.sangam.core.place.Level;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.pages.PublicationView.Form;
import in.sangam.feeds.pages.PublicationView.Move;
import in.sangam.feeds.pages.PublicationView.Moves;
import in.sangam.feeds.pages.PublicationView.Stood;
import in.sangam.feeds.publication.MonthlyPublication;
import in.sangam.feeds.publication.Restatement;
import in.sangam.store.Publications;
import in.sangam.store.read.PublishedMonth;
import in.sangam.store.read.PublishedMonth.Rank;
import java.net.URI;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Published months: every version with who, when, why and what moved, and the form that publishes one. */
@Controller
final class PublicationPages {

    private static final int SHOWN = 200;
    private static final int OFFERED = 12;

    private final HubConfig config;
    private final FigureBoard board;
    private final Asked asked;
    private final MonthlyPublication publication;
    private final Publications publications;

    PublicationPages(
            HubConfig config,
            FigureBoard board,
            Asked asked,
            MonthlyPublication publication,
            Publications publications) {
        this.config = config;
        this.board = board;
        this.asked = asked;
        this.publication = publication;
        this.publications = publications;
    }

    @GetMapping("/publications")
    ResponseEntity<String> all(Page page) {
        return all(HttpStatus.OK, page, form("", "", null));
    }

    private ResponseEntity<String> all(HttpStatus status, Page page, Form form) {
        return Templates.render(status, "publications", page, new PublicationView.All(publications.all(), form));
    }

    /** Months that are over, the newest first. */
    private Form form(String chosen, String reason, @Nullable FormProblem problem) {
        List<String> months = IntStream.rangeClosed(1, OFFERED)
                .mapToObj(back -> board.current().month().minusMonths(back).toString())
                .toList();
        return new Form(months, chosen, reason, problem);
    }

    @GetMapping("/publications/{period}")
    ResponseEntity<String> one(
            Page page, @PathVariable String period, @RequestParam(required = false) @Nullable Integer version) {
        Period month = asked.period(period);
        PublishedMonth newest = publications.newest(month.toString()).orElseThrow(() -> missing(month));
        PublishedMonth of = version == null
                ? newest
                : publications.version(month.toString(), version).orElseThrow(() -> missing(month));
        boolean isNewest = of.version() == newest.version();
        Optional<PublishedMonth> before = publications.version(of.period(), of.version() - 1);
        return Templates.render(
                "publication",
                page,
                new PublicationView(
                        of,
                        isNewest,
                        ranks(of, before),
                        moves(before.map(earlier -> Restatement.between(earlier, of))),
                        moves(isNewest ? publication.offered(month) : Optional.empty()),
                        new Form(List.of(of.period()), of.period(), "", null)));
    }

    private static ParameterProblem missing(Period month) {
        return ParameterProblem.missing("period", "The month " + month + " was not published, or not in this version.");
    }

    @PostMapping("/publications")
    ResponseEntity<String> publish(
            Page page,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String reason,
            Principal who) {
        try {
            Period month = asked.period(period);
            if (reason.isBlank()) {
                return refused(HttpStatus.BAD_REQUEST, page, period, reason, "reason", "missing");
            }
            publication.publish(month, who.getName(), reason.strip());
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/publications/" + month))
                    .build();
        } catch (ParameterProblem e) {
            return refused(HttpStatus.BAD_REQUEST, page, period, reason, "period", "unknown");
        } catch (MonthlyPublication.Refused e) {
            return refused(HttpStatus.CONFLICT, page, period, reason, "period", e.why());
        }
    }

    private ResponseEntity<String> refused(
            HttpStatus status, Page page, String period, String reason, String field, String why) {
        FormProblem problem = new FormProblem(field, "publication.problem." + why);
        return all(status, page, form(period, reason, problem));
    }

    private List<Stood> ranks(PublishedMonth of, Optional<PublishedMonth> before) {
        Map<String, Integer> earlier = before.stream()
                .flatMap(month -> month.ranks().stream())
                .collect(Collectors.toMap(Rank::subject, Rank::rank, (a, b) -> a, HashMap::new));
        return of.ranks().stream()
                .flatMap(rank -> config.places().find(rank.subject()).stream()
                        .filter(place -> place.level() == Level.DISTRICT)
                        .map(place -> new Stood(place, rank.rank(), rank.mark(), earlier.get(rank.subject()))))
                .toList();
    }

    private Moves moves(Optional<Restatement> restatement) {
        List<Restatement.Line> lines = restatement.map(Restatement::lines).orElse(List.of());
        return new Moves(lines.stream().limit(SHOWN).map(this::move).toList(), lines.size());
    }

    private Move move(Restatement.Line line) {
        return new Move(
                config.kpis().find(line.kpi()).orElse(null),
                line.kpi(),
                config.places().find(line.subject()).orElse(null),
                line.subject(),
                line.before(),
                line.now());
    }
}
