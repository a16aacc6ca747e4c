package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.place.Place;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.quarantine.CodeWords;
import in.sangam.store.read.EditReader;
import in.sangam.store.read.QuarantineReader;
import in.sangam.store.read.QuarantineReader.Entry;
import in.sangam.store.read.ReleaseReader;
import in.sangam.store.read.UnknownWords;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Quarantine: what waits for a person, what was decided, and how far released rows are. */
@Controller
public final class QuarantinePages {

    private static final int ROWS = 100;
    private static final int LATEST = 10;

    /** A question with what may be answered: words for a code, places for a name. */
    public record Asking(UnknownWords.Question question, SortedSet<String> words, List<Place> places) {}

    /** Open entries; {@code next} is the id to go on below, null at the end. */
    public record QuarantineView(
            List<Asking> questions,
            List<EditReader.Edit> proposals,
            List<ReleaseReader.Release> releases,
            List<Entry> entries,
            Map<String, ConnectedPortal> titles,
            @Nullable Long next) {}

    /** One entry with its edits. */
    public record EntryView(Entry entry, @Nullable ConnectedPortal portal, List<EditReader.Edit> edits) {}

    private final HubConfig config;
    private final FeedSettings settings;
    private final CodeWords words;
    private final QuarantineReader quarantine;
    private final UnknownWords unknown;
    private final ReleaseReader releases;
    private final EditReader edits;

    QuarantinePages(
            HubConfig config,
            FeedSettings settings,
            CodeWords words,
            QuarantineReader quarantine,
            UnknownWords unknown,
            ReleaseReader releases,
            EditReader edits) {
        this.config = config;
        this.settings = settings;
        this.words = words;
        this.quarantine = quarantine;
        this.unknown = unknown;
        this.releases = releases;
        this.edits = edits;
    }

    @GetMapping("/quarantine")
    ResponseEntity<String> quarantine(Page page, @RequestParam(required = false) @Nullable Long before) {
        List<Entry> entries = quarantine.entries(
                new QuarantineReader.Filter(null, null, null, "open"), before == null ? Long.MAX_VALUE : before, ROWS);
        Long next = entries.size() == ROWS ? entries.get(ROWS - 1).id() : null;
        return Templates.render(
                "quarantine",
                page,
                new QuarantineView(
                        unknown.open(ROWS).stream().map(this::asking).toList(),
                        edits.proposed(),
                        releases.latest(LATEST),
                        entries,
                        titles(),
                        next));
    }

    @GetMapping("/quarantine/{id}")
    ResponseEntity<String> entry(Page page, @PathVariable long id) {
        Entry entry = quarantine
                .entry(id)
                .orElseThrow(() -> ParameterProblem.missing("id", "There is no row " + id + " in quarantine."));
        return Templates.render("quarantined", page, new EntryView(entry, titles().get(entry.portal()), edits.of(id)));
    }

    @GetMapping("/quarantine/releases/{id}")
    ResponseEntity<String> release(Page page, @PathVariable long id) {
        return Templates.render("release", page, found(id));
    }

    /** The part of the page that is asked for again until all rows have come to their end. */
    @GetMapping("/quarantine/releases/{id}/progress")
    ResponseEntity<String> progress(Page page, @PathVariable long id) {
        return Templates.render("releaseprogress", page, found(id));
    }

    private ReleaseReader.Release found(long id) {
        return releases.release(id)
                .orElseThrow(() -> ParameterProblem.missing("id", "There is no release " + id + "."));
    }

    private Asking asking(UnknownWords.Question question) {
        return new Asking(
                question,
                words.of(question.portal(), question.stream(), question.table()),
                question.candidates().stream()
                        .flatMap(code -> config.places().find(code).stream())
                        .toList());
    }

    private Map<String, ConnectedPortal> titles() {
        return settings.portals().get().stream()
                .collect(Collectors.toMap(ConnectedPortal::portal, Function.identity()));
    }
}
