package in.sangam.feeds.pages;

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

    /** What each stream sent in all, beside its freshness, and what each receiver got. */
    public record SourcesView(
            List<Sources.Portal> portals, Map<String, Accounts.Line> totals, List<Outbox.Counts> sinks) {}

    private final Sources sources;
    private final BalanceReader balance;

    OperationsPages(Sources sources, BalanceReader balance) {
        this.sources = sources;
        this.balance = balance;
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
}
