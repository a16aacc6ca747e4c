package in.sangam.feeds.pages;

import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.api.UnreadableController;
import in.sangam.store.read.UnreadableReader;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The answers that could not be read, and the two decisions on each: to look into it, and to go on without it. */
@Controller
public final class UnreadablePages {

    private static final int ROWS = 200;
    private static final String ADMIN = "admin";

    /**
     * All entries, the open ones among them with their forms.
     *
     * @param mayDecide whether the reader may open and skip
     * @param csrf what a form must send back, empty before there was a session
     */
    public record UnreadableView(
            List<UnreadableReader.Entry> entries,
            Map<String, ConnectedPortal> titles,
            boolean mayDecide,
            String csrf) {}

    private final UnreadableReader pages;
    private final FeedSettings settings;
    private final UnreadableController decisions;

    UnreadablePages(UnreadableReader pages, FeedSettings settings, UnreadableController decisions) {
        this.pages = pages;
        this.settings = settings;
        this.decisions = decisions;
    }

    @GetMapping("/unreadable")
    ResponseEntity<String> show(
            Page page,
            HttpServletRequest request,
            @CookieValue(name = "XSRF-TOKEN", required = false) @Nullable String csrf) {
        return Templates.render(
                "unreadable",
                page,
                new UnreadableView(
                        pages.entries(null, ROWS),
                        settings.portals().get().stream()
                                .collect(Collectors.toMap(ConnectedPortal::portal, Function.identity())),
                        request.isUserInRole(ADMIN),
                        csrf == null ? "" : csrf));
    }

    @PostMapping("/unreadable/{id}/content")
    ResponseEntity<byte[]> content(@PathVariable long id, @RequestParam String reason, Principal who) {
        return decisions.content(id, reason, who);
    }

    @PostMapping("/unreadable/{id}/skip")
    ResponseEntity<Void> skip(
            @PathVariable long id,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable String from,
            Principal who) {
        decisions.skip(id, reason, from, who);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/unreadable"))
                .build();
    }
}
