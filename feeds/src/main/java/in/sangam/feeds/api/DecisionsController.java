package in.sangam.feeds.api;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.feeds.quarantine.Decisions;
import in.sangam.store.read.EditReader;
import in.sangam.store.read.ReleaseReader;
import in.sangam.store.read.UnknownWords;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions on quarantined rows, for an integration admin; and how far released rows are, for everybody. */
@RestController
@RequestMapping("/api/v1/quarantine")
final class DecisionsController {

    /** Rows by their ids, and why. */
    public record Chosen(List<Long> ids, String why) {}

    /** What a portal's code means: {@code ours} is a word that the table has already. */
    public record CodeAnswer(String portal, String stream, String table, String word, String ours, String why) {}

    /** Which place a name means; {@code within} as the question says, null for anywhere. */
    public record PlaceAnswer(String level, String word, @Nullable String within, String code, String why) {}

    /** Another row in the place of the one kept. */
    public record RowEdit(JsonNode row, String why) {}

    /** Why. */
    public record Reason(String why) {}

    /** What a decision let go; {@code release} is null and the count 0 when no row waited. */
    public record Decided(@Nullable Long release, long rows) {}

    private static final int MOST = 500;

    private final Decisions decisions;
    private final ReleaseReader releases;
    private final UnknownWords unknown;
    private final EditReader edits;

    DecisionsController(Decisions decisions, ReleaseReader releases, UnknownWords unknown, EditReader edits) {
        this.decisions = decisions;
        this.releases = releases;
        this.unknown = unknown;
        this.edits = edits;
    }

    @GetMapping("/unknown")
    @Operation(summary = "Unknown codes and places that rows wait for, those with the most rows first")
    Listing<UnknownWords.Question> unknown() {
        return Listing.of(unknown.open(MOST));
    }

    @GetMapping("/releases")
    @Operation(summary = "Releases, the latest first: requested = released = finished when all is done")
    Listing<ReleaseReader.Release> releases() {
        return Listing.of(releases.latest(MOST));
    }

    @GetMapping("/releases/{id}")
    @Operation(summary = "How far one release is")
    ReleaseReader.Release release(@PathVariable long id) {
        return releases.release(id)
                .orElseThrow(() -> ParameterProblem.missing("id", "There is no release " + id + "."));
    }

    @GetMapping("/edits")
    @Operation(summary = "Edits that wait for a second person")
    Listing<EditReader.Edit> edits() {
        return Listing.of(edits.proposed());
    }

    @PostMapping("/release")
    @Operation(summary = "Lets open rows go to be judged again as they were kept")
    Decided release(@RequestBody Chosen chosen, Principal user) {
        return decided(decisions.release(chosen.ids(), user.getName(), chosen.why()));
    }

    @PostMapping("/dismiss")
    @Operation(summary = "Closes open rows that are never to be stored")
    Decided dismiss(@RequestBody Chosen chosen, Principal user) {
        return new Decided(null, decisions.dismiss(chosen.ids(), user.getName(), chosen.why()));
    }

    @PostMapping("/codes")
    @Operation(summary = "Says what a portal's code means, and lets all rows go that wait for it")
    Decided code(@RequestBody CodeAnswer answer, Principal user) {
        return decided(decisions.answerCode(
                answer.portal(),
                answer.stream(),
                answer.table(),
                answer.word(),
                answer.ours(),
                user.getName(),
                answer.why()));
    }

    @PostMapping("/places")
    @Operation(summary = "Says which place a name means, and lets all rows go that wait for it")
    Decided place(@RequestBody PlaceAnswer answer, Principal user) {
        String within = answer.within();
        return decided(decisions.answerPlace(
                answer.level(),
                answer.word(),
                within == null ? "" : within,
                answer.code(),
                user.getName(),
                answer.why()));
    }

    @PostMapping("/{id}/edits")
    @Operation(summary = "Proposes another row in the place of one; a second person approves it")
    EditReader.Edit propose(@PathVariable long id, @RequestBody RowEdit edit, Principal user) {
        long proposal = decisions.propose(id, edit.row().toString(), user.getName(), edit.why());
        return edits.edit(proposal).orElseThrow();
    }

    @PostMapping("/edits/{id}/approve")
    @Operation(summary = "Approves an edit that somebody else has proposed, and lets the edited row go")
    Decided approve(@PathVariable long id, Principal user) {
        return decided(Optional.of(decisions.approve(id, user.getName())));
    }

    @PostMapping("/edits/{id}/withdraw")
    @Operation(summary = "Takes a proposed edit back")
    void withdraw(@PathVariable long id, @RequestBody Reason reason, Principal user) {
        decisions.withdraw(id, user.getName(), reason.why());
    }

    private Decided decided(Optional<Long> release) {
        return release.flatMap(releases::release)
                .map(each -> new Decided(each.id(), each.requested()))
                .orElse(new Decided(null, 0));
    }
}
