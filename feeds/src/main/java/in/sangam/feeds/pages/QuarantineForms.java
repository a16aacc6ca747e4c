package in.sangam.feeds.pages;

import in.sangam.feeds.quarantine.Decisions;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of the quarantine pages. Each leads to where the outcome shows, so that a reload decides nothing twice. */
@Controller
final class QuarantineForms {

    private final Decisions decisions;

    QuarantineForms(Decisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping("/quarantine/release")
    ResponseEntity<Void> release(
            @RequestParam(required = false) @Nullable List<Long> ids, @RequestParam String why, Principal user) {
        return shown(decisions.release(ids == null ? List.of() : ids, user.getName(), why));
    }

    @PostMapping("/quarantine/dismiss")
    ResponseEntity<Void> dismiss(
            @RequestParam(required = false) @Nullable List<Long> ids, @RequestParam String why, Principal user) {
        decisions.dismiss(ids == null ? List.of() : ids, user.getName(), why);
        return to("/quarantine");
    }

    @PostMapping("/quarantine/codes")
    ResponseEntity<Void> code(
            @RequestParam String portal,
            @RequestParam String stream,
            @RequestParam String table,
            @RequestParam String word,
            @RequestParam String ours,
            @RequestParam String why,
            Principal user) {
        return shown(decisions.answerCode(portal, stream, table, word, ours, user.getName(), why));
    }

    @PostMapping("/quarantine/places")
    ResponseEntity<Void> place(
            @RequestParam String level,
            @RequestParam String word,
            @RequestParam String within,
            @RequestParam String code,
            @RequestParam String why,
            Principal user) {
        return shown(decisions.answerPlace(level, word, within, code, user.getName(), why));
    }

    @PostMapping("/quarantine/{id}/edits")
    ResponseEntity<Void> propose(
            @PathVariable long id, @RequestParam String row, @RequestParam String why, Principal user) {
        decisions.propose(id, row, user.getName(), why);
        return to("/quarantine/" + id);
    }

    @PostMapping("/quarantine/edits/{id}/approve")
    ResponseEntity<Void> approve(@PathVariable long id, Principal user) {
        return shown(Optional.of(decisions.approve(id, user.getName())));
    }

    @PostMapping("/quarantine/edits/{id}/withdraw")
    ResponseEntity<Void> withdraw(@PathVariable long id, @RequestParam String why, Principal user) {
        decisions.withdraw(id, user.getName(), why);
        return to("/quarantine");
    }

    private static ResponseEntity<Void> shown(Optional<Long> release) {
        return to(release.map(id -> "/quarantine/releases/" + id).orElse("/quarantine"));
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
