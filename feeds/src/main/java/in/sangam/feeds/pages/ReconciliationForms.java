package in.sangam.feeds.pages;

import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.reconciliation.ReconciliationDesk;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The forms of the reconciliation page. One that is taken leads back to the day, one that is not is told beside its field. */
@Controller
final class ReconciliationForms {

    private interface Step {
        void take();
    }

    private final ReconciliationDesk desk;
    private final ReconciliationPages pages;

    ReconciliationForms(ReconciliationDesk desk, ReconciliationPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @PostMapping("/reconciliation/statements")
    ResponseEntity<String> state(
            Page page,
            @RequestParam String portal,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            Principal who) {
        return taken(page, portal, day, () -> desk.state(portal, day, reason, who.getName()));
    }

    @PostMapping("/reconciliation/pull-day")
    ResponseEntity<String> pullDay(
            Page page,
            @RequestParam String portal,
            @RequestParam(defaultValue = "") String stream,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            Principal who) {
        return taken(page, portal, day, () -> desk.pullAgain(portal, stream, day, reason, who.getName()));
    }

    @PostMapping("/reconciliation/differences/{id}/close")
    ResponseEntity<String> close(
            Page page,
            @PathVariable long id,
            @RequestParam String portal,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String reason,
            Principal who) {
        return taken(page, portal, day, () -> {
            if (owner.isBlank()) {
                desk.close(id, reason, who.getName());
            } else {
                desk.assign(id, owner, reason, who.getName());
            }
        });
    }

    private ResponseEntity<String> taken(Page page, String portal, String day, Step step) {
        try {
            step.take();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(UriComponentsBuilder.fromPath("/reconciliation")
                            .queryParam("portal", portal)
                            .queryParam("day", day)
                            .encode()
                            .toUriString()))
                    .build();
        } catch (ParameterProblem e) {
            return pages.show(
                    e.status(),
                    page,
                    portal,
                    e.parameter().equals("day") ? null : day,
                    false,
                    new FormProblem(e.parameter(), "reconciliation.problem." + known(e.parameter())));
        }
    }

    private static String known(String field) {
        return switch (field) {
            case "reason", "day", "stream", "id" -> field;
            default -> "other";
        };
    }
}
