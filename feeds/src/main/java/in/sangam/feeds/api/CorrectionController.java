package in.sangam.feeds.api;

import in.sangam.feeds.publication.CorrectionDesk;
import in.sangam.store.Corrections;
import in.sangam.store.Corrections.Correction;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of numbers. Who may do what is decided by the program's security. */
@RestController
@RequestMapping("/api/v1")
final class CorrectionController {

    private final CorrectionDesk desk;
    private final Corrections corrections;

    CorrectionController(CorrectionDesk desk, Corrections corrections) {
        this.desk = desk;
        this.corrections = corrections;
    }

    @GetMapping("/corrections")
    @Operation(summary = "Corrections that were asked for, the latest first, and how they ended")
    Listing<Correction> corrections() {
        return Listing.of(corrections.all());
    }

    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say that a number of a place is wrong, with evidence; goes to the KPI's nodal officer")
    Correction ask(@RequestBody CorrectionDesk.Ask wish, @Nullable Principal by) {
        return desk.ask(wish, PublicationController.name(by));
    }

    @PostMapping("/corrections/{id}/decision")
    @Operation(
            summary = "Answer a correction",
            description = "source: the portal corrects it and the hub pulls it again; adjustment: the first signature"
                    + " under an amount, which counts when a second person has signed; refused: with a reason.")
    Correction decide(@PathVariable long id, @RequestBody CorrectionDesk.Decision decision, @Nullable Principal by) {
        return desk.decide(id, decision, PublicationController.name(by));
    }

    @PostMapping("/corrections/{id}/second-signature")
    @Operation(summary = "Sign an adjustment as the second person; it counts from the next version on")
    Correction countersign(@PathVariable long id, @Nullable Principal by) {
        return desk.countersign(id, PublicationController.name(by));
    }
}
