package in.sangam.feeds.pages;

import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.pages.CorrectionView.Answer;
import in.sangam.feeds.pages.CorrectionView.Entered;
import in.sangam.feeds.publication.CorrectionDesk;
import java.math.BigDecimal;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The forms of corrections. One that is taken leads to the correction, so that a reload signs nothing twice; one that is not is
 * shown again as it was entered, with the problem beside the field.
 */
@Controller
final class CorrectionForms {

    private final CorrectionDesk desk;
    private final CorrectionPages pages;

    CorrectionForms(CorrectionDesk desk, CorrectionPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @PostMapping("/corrections")
    ResponseEntity<String> ask(
            Page page,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String kpi,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String claimed,
            @RequestParam(defaultValue = "") String evidence,
            Principal who) {
        Entered entered = new Entered(period, kpi, place.strip(), part, claimed, evidence);
        try {
            return to(desk.ask(
                            new CorrectionDesk.Ask(
                                    period, kpi, place.strip(), part, number("claimed", claimed), evidence.strip()),
                            who.getName())
                    .id());
        } catch (ParameterProblem e) {
            return pages.all(e.status(), page, entered, problem(e));
        }
    }

    @PostMapping("/corrections/{id}/decision")
    ResponseEntity<String> decide(
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            Principal who) {
        try {
            BigDecimal number = outcome.equals("adjustment") ? number("amount", amount) : null;
            desk.decide(id, new CorrectionDesk.Decision(outcome, number, reason.strip()), who.getName());
            return to(id);
        } catch (ParameterProblem e) {
            return pages.one(e.status(), page, id, new Answer(outcome, amount, reason, problem(e)));
        }
    }

    @PostMapping("/corrections/{id}/second-signature")
    ResponseEntity<String> countersign(Page page, @PathVariable long id, Principal who) {
        try {
            desk.countersign(id, who.getName());
            return to(id);
        } catch (ParameterProblem e) {
            return pages.one(e.status(), page, id, new Answer("", "", "", problem(e)));
        }
    }

    private static FormProblem problem(ParameterProblem e) {
        return new FormProblem(e.parameter(), "correction.problem." + e.parameter());
    }

    /** Reads a number as people write it: groups in lakh and crore may stand in it. */
    private static @Nullable BigDecimal number(String field, String text) {
        try {
            return text.isBlank() ? null : new BigDecimal(text.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            throw ParameterProblem.invalid(field, "'" + text + "' is not a number.", List.of());
        }
    }

    private static ResponseEntity<String> to(long id) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/corrections/" + id))
                .build();
    }
}
