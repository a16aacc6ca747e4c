package in.sangam.feeds.pages;

import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.reconciliation.ExcusedDesk;
import in.sangam.store.ExcusedDays.Day;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Days on which a source was out: proposed with evidence, decided by another person. */
@Controller
public final class ExcusedPages {

    /** The days, the titles of their portals, and why a form was not taken. */
    public record View(List<Day> days, Map<String, ConnectedPortal> titles, @Nullable FormProblem problem) {}

    private final ExcusedDesk desk;
    private final FeedSettings settings;

    ExcusedPages(ExcusedDesk desk, FeedSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @GetMapping("/excused")
    ResponseEntity<String> all(Page page) {
        return show(HttpStatus.OK, page, null);
    }

    @PostMapping("/excused")
    ResponseEntity<String> propose(
            Page page,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String evidence,
            Principal who) {
        int dot = source.indexOf('.');
        return taken(
                page,
                () -> desk.propose(
                        dot < 0 ? source : source.substring(0, dot),
                        source.substring(dot + 1),
                        day,
                        evidence,
                        who.getName()));
    }

    @PostMapping("/excused/{id}/decision")
    ResponseEntity<String> decide(
            Page page,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Boolean approved,
            @RequestParam(defaultValue = "") String reason,
            Principal who) {
        return taken(page, () -> desk.decide(id, approved, reason, who.getName()));
    }

    private ResponseEntity<String> taken(Page page, Runnable step) {
        try {
            step.run();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/excused"))
                    .build();
        } catch (ParameterProblem e) {
            String field = List.of("day", "evidence", "reason", "id").contains(e.parameter()) ? e.parameter() : "other";
            return show(e.status(), page, new FormProblem(e.parameter(), "excused.problem." + field));
        }
    }

    private ResponseEntity<String> show(HttpStatus status, Page page, @Nullable FormProblem problem) {
        Map<String, ConnectedPortal> titles = settings.portals().get().stream()
                .collect(Collectors.toMap(ConnectedPortal::portal, Function.identity()));
        return Templates.render(status, "excused", page, new View(desk.latest(), titles, problem));
    }
}
