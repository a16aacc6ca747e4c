package in.sangam.feeds.api;

import in.sangam.feeds.reconciliation.ExcusedDesk;
import in.sangam.store.ExcusedDays.Day;
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

/** Days on which a source was out. To propose or decide one is a POST, for an admin only. */
@RestController
@RequestMapping("/api/v1/excused-days")
final class ExcusedController {

    /** A day to be excused, and when and why the source was out. */
    public record Proposal(
            @Nullable String portal, @Nullable String stream, @Nullable String day, @Nullable String evidence) {}

    /** Whether it is excused, and why. */
    public record Decision(@Nullable Boolean approved, @Nullable String reason) {}

    private final ExcusedDesk desk;

    ExcusedController(ExcusedDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(
            summary = "Days of the last year on which a source was out, the latest first, with evidence",
            description =
                    "The hub proposes a day when a stream did not succeed for at least four of the hours from 10 to 18.")
    Listing<Day> list() {
        return Listing.of(desk.latest());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose a day, with evidence; another person decides")
    Day propose(@RequestBody Proposal of, @Nullable Principal by) {
        return desk.propose(of.portal(), of.stream(), of.day(), of.evidence(), PublicationController.name(by));
    }

    @PostMapping("/{id}/decision")
    @Operation(summary = "Approve or refuse a proposed day, with a reason; not for the person who proposed it")
    Day decide(@PathVariable long id, @RequestBody Decision decision, @Nullable Principal by) {
        return desk.decide(id, decision.approved(), decision.reason(), PublicationController.name(by));
    }
}
