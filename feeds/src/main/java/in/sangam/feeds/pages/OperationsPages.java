package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.place.Place;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.marks.Reconciliation;
import in.sangam.feeds.marks.Sources;
import in.sangam.store.Accounts;
import in.sangam.store.Outbox;
import in.sangam.store.read.BalanceReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sources and reconciliation: whether all that was sent is in the numbers, and what is not, and why. */
@Controller
public final class OperationsPages {

    /** What each stream sent in all, beside its freshness, and what each receiver got. */
    public record SourcesView(
            List<Sources.Portal> portals, Map<String, Accounts.Line> totals, List<Outbox.Counts> sinks) {}

    /**
     * A day's counts of both sides.
     *
     * @param day null when the portal has reported nothing yet
     * @param lines as asked for: all, or differences only
     */
    public record ReconciliationView(
            List<String> portals,
            Map<String, ConnectedPortal> titles,
            @Nullable String portal,
            @Nullable LocalDate day,
            boolean differencesOnly,
            int compared,
            int differing,
            List<Reconciliation.Line> lines,
            Map<String, Place> places) {}

    private final HubConfig config;
    private final FeedSettings settings;
    private final Sources sources;
    private final BalanceReader balance;
    private final Reconciliation reconciliation;

    OperationsPages(
            HubConfig config,
            FeedSettings settings,
            Sources sources,
            BalanceReader balance,
            Reconciliation reconciliation) {
        this.config = config;
        this.settings = settings;
        this.sources = sources;
        this.balance = balance;
        this.reconciliation = reconciliation;
    }

    @GetMapping("/sources")
    ResponseEntity<String> sources(Page page) {
        Map<String, Accounts.Line> totals = new HashMap<>();
        balance.received()
                .forEach(line -> totals.merge(line.portal() + "/" + line.stream(), line, OperationsPages::sum));
        return Templates.render("sources", page, new SourcesView(sources.all(), totals, balance.published()));
    }

    private static Accounts.Line sum(Accounts.Line a, Accounts.Line b) {
        return new Accounts.Line(
                a.portal(),
                a.stream(),
                b.day(),
                a.received() + b.received(),
                a.stored() + b.stored(),
                a.corrected() + b.corrected(),
                a.unchanged() + b.unchanged(),
                a.superseded() + b.superseded(),
                a.quarantined() + b.quarantined());
    }

    @GetMapping("/reconciliation")
    ResponseEntity<String> reconciliation(
            Page page,
            @RequestParam(required = false) @Nullable String portal,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "false") boolean all) {
        List<String> portals = reconciliation.portals();
        String asked =
                portal == null ? (portals.isEmpty() ? null : portals.get(0)) : Asked.oneOf("portal", portal, portals);
        LocalDate of = day(asked, day);
        List<Reconciliation.Line> lines = asked == null || of == null ? List.of() : reconciliation.compare(asked, of);
        List<Reconciliation.Line> differing =
                lines.stream().filter(line -> line.difference() != 0).toList();
        Map<String, Place> places = new HashMap<>();
        lines.forEach(line -> {
            String code = line.place();
            if (code != null) {
                config.places().find(code).ifPresent(place -> places.put(code, place));
            }
        });
        return Templates.render(
                "reconciliation",
                page,
                new ReconciliationView(
                        portals,
                        titles(),
                        asked,
                        of,
                        !all,
                        lines.size(),
                        differing.size(),
                        all ? lines : differing,
                        places));
    }

    private Map<String, ConnectedPortal> titles() {
        return settings.portals().get().stream()
                .collect(Collectors.toMap(ConnectedPortal::portal, Function.identity()));
    }

    private @Nullable LocalDate day(@Nullable String portal, @Nullable String day) {
        if (day != null && !day.isBlank()) {
            return Asked.day(day);
        }
        return portal == null ? null : reconciliation.latestDay(portal).orElse(null);
    }
}
