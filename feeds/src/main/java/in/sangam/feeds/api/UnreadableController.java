package in.sangam.feeds.api;

import in.sangam.feeds.UnreadableDesk;
import in.sangam.store.PageVault;
import in.sangam.store.read.UnreadableReader;
import in.sangam.store.read.UnreadableReader.Entry;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers of portals that could not be read. Anybody who may log in sees that there are some; to open one or to go on without
 * it is a POST, which only an admin may send.
 */
@RestController
@RequestMapping("/api/v1/unreadable-pages")
public final class UnreadableController {

    private static final int MOST = 2000;
    private static final List<String> STATES = List.of("open", "skipped", "recovered");

    private final UnreadableReader pages;
    private final UnreadableDesk desk;

    UnreadableController(UnreadableReader pages, UnreadableDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Answers that could not be read, those seen last first; without state all of them")
    Listing<Entry> list(@RequestParam(required = false) @Nullable String state) {
        return Listing.of(pages.entries(state == null ? null : Parameters.oneOf("state", state, STATES), MOST));
    }

    @PostMapping("/{id}/content")
    @Operation(
            summary = "The bytes of an answer as they came, with what is personal in them; only for an admin",
            description = "Who reads it and why is written down. The bytes are kept for seven days.")
    public ResponseEntity<byte[]> content(@PathVariable long id, @RequestParam String reason, Principal who) {
        Entry page = entry(id);
        PageVault.Opened opened = desk.open(page, who.getName(), reason(reason))
                .orElseThrow(() -> ParameterProblem.missing(
                        "id", "The bytes of this answer are not kept, or no longer: they go after seven days."));
        String file =
                page.portal() + "-" + page.stream() + "-" + page.contentHash().substring(0, 8) + ".bin";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(opened.bytes());
    }

    @PostMapping("/{id}/skip")
    @Operation(
            summary = "Lets the stream go on without an answer; only for an admin",
            description =
                    "Without 'from' the walk goes on behind the answer, where the portal pages by offset. With 'from',"
                            + " a value of the stream's cursor, the stream goes on there. What was not read stays unread.")
    public Entry skip(
            @PathVariable long id,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable String from,
            Principal who) {
        String cursor = from == null || from.isBlank() ? null : from.strip();
        Optional<String> refusal = desk.skip(entry(id), cursor, who.getName(), reason(reason));
        if (refusal.isPresent()) {
            throw ParameterProblem.invalid("from", refusal.get(), List.of());
        }
        return entry(id);
    }

    private Entry entry(long id) {
        return pages.entry(id)
                .orElseThrow(() -> ParameterProblem.missing("id", "There is no unreadable answer with id " + id + "."));
    }

    private static String reason(String reason) {
        if (reason.isBlank()) {
            throw ParameterProblem.invalid("reason", "The reason is empty.", List.of("a sentence that says why"));
        }
        return reason.strip();
    }
}
