package in.sangam.feeds.pages;

import in.sangam.core.kpi.Period;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.marks.FeedQuality;
import in.sangam.feeds.marks.Sources;
import in.sangam.store.Accounts;
import in.sangam.store.Outbox;
import in.sangam.store.read.BalanceReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sources: whether all that was sent is in the numbers. */
@Controller
public final class OperationsPages {

    /** What each stream sent in all, beside its freshness and its quality in the month, and what each receiver got. */
    public record SourcesView(
            List<Sources.Portal> portals,
            Map<String, Accounts.Line> totals,
            List<Outbox.Counts> sinks,
            Period month,
            List<FeedQuality.Line> quality,
            Map<String, ConnectedPortal> titles) {}

    private final Sources sources;
    private final BalanceReader balance;
    private final FeedQuality quality;

    OperationsPages(Sources sources, BalanceReader balance, FeedQuality quality) {
        this.sources = sources;
        this.balance = balance;
        this.quality = quality;
    }

    @GetMapping("/sources")
    ResponseEntity<String> sources(Page page) {
        Map<String, Accounts.Line> totals = new HashMap<>();
        balance.received()
                .forEach(line -> totals.merge(line.portal() + "/" + line.stream(), line, OperationsPages::sum));
        Period month = quality.current();
        List<Sources.Portal> portals = sources.all();
        Map<String, ConnectedPortal> titles = new HashMap<>();
        portals.forEach(each -> titles.put(each.portal().portal(), each.portal()));
        return Templates.render(
                "sources",
                page,
                new SourcesView(portals, totals, balance.published(), month, quality.of(month), titles));
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
}
