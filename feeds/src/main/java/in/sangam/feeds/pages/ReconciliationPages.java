package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.place.Place;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.ConnectorDesk;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.api.Parameters;
import in.sangam.feeds.reconciliation.Balance;
import in.sangam.feeds.reconciliation.Reconciliation;
import in.sangam.store.Backfill;
import in.sangam.store.Differences;
import in.sangam.store.Differences.Difference;
import in.sangam.store.Statements;
import in.sangam.store.read.ListedRecords;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reconciliation: whether hub and portal count the same, what was stated of each day, and what becomes of differences. */
@Controller
public final class ReconciliationPages {

    /**
     * A day's counts of both sides.
     *
     * @param day null when the portal has reported nothing yet
     * @param lines as asked for: all, or differences only
     * @param open differences of the portal that nobody has closed
     * @param pulls windows that were pulled again to compare
     * @param problem why a form was not taken
     */
    public record View(
            List<String> portals,
            Map<String, ConnectedPortal> titles,
            @Nullable String portal,
            @Nullable LocalDate day,
            boolean differencesOnly,
            int compared,
            int differing,
            List<Balance> lines,
            Map<String, Place> places,
            List<Difference> open,
            List<Statements.Head> statements,
            List<Backfill> pulls,
            @Nullable FormProblem problem) {}

    /** A statement as it was made. */
    public record StatementView(
            Statements.Head head, String title, List<Statements.Line> lines, Map<String, Place> places) {}

    /** What only one side has after a window was pulled again. */
    public record ListedView(Backfill pull, List<ListedRecords.Entry> entries) {}

    private static final int MOST = 200;
    private static final int STATEMENTS = 14;

    private final HubConfig config;
    private final FeedSettings settings;
    private final Reconciliation reconciliation;
    private final Statements statements;
    private final Differences differences;
    private final ListedRecords listed;
    private final ConnectorDesk connectors;

    ReconciliationPages(
            HubConfig config,
            FeedSettings settings,
            Reconciliation reconciliation,
            Statements statements,
            Differences differences,
            ListedRecords listed,
            ConnectorDesk connectors) {
        this.config = config;
        this.settings = settings;
        this.reconciliation = reconciliation;
        this.statements = statements;
        this.differences = differences;
        this.listed = listed;
        this.connectors = connectors;
    }

    @GetMapping("/reconciliation")
    ResponseEntity<String> reconciliation(
            Page page,
            @RequestParam(required = false) @Nullable String portal,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "false") boolean all) {
        return show(HttpStatus.OK, page, portal, day, all, null);
    }

    ResponseEntity<String> show(
            HttpStatus status,
            Page page,
            @Nullable String portal,
            @Nullable String day,
            boolean all,
            @Nullable FormProblem problem) {
        List<String> portals = reconciliation.portals();
        String asked = portal == null
                ? (portals.isEmpty() ? null : portals.get(0))
                : Parameters.oneOf("portal", portal, portals);
        LocalDate of = day(asked, day);
        List<Balance> lines = asked == null || of == null ? List.of() : reconciliation.compare(asked, of);
        List<Balance> differing = lines.stream().filter(Balance::differs).toList();
        List<Difference> open = asked == null ? List.of() : differences.list(asked, null, "open", MOST);
        return Templates.render(
                status,
                "reconciliation",
                page,
                new View(
                        portals,
                        titles(),
                        asked,
                        of,
                        !all,
                        lines.size(),
                        differing.size(),
                        all ? lines : differing,
                        places(Stream.concat(
                                lines.stream().map(Balance::place),
                                open.stream().map(Difference::place))),
                        open,
                        asked == null ? List.of() : statements.of(asked, STATEMENTS),
                        pulls(asked),
                        problem));
    }

    @GetMapping("/reconciliation/statements/{portal}/{day}")
    ResponseEntity<String> statement(
            Page page,
            @PathVariable String portal,
            @PathVariable String day,
            @RequestParam(required = false) @Nullable Integer version) {
        LocalDate of = Parameters.day(day);
        Statements.Head head = (version == null ? statements.latest(portal, of) : statements.find(portal, of, version))
                .orElseThrow(() -> ParameterProblem.missing("day", "There is no such statement."));
        List<Statements.Line> lines = statements.lines(head);
        return Templates.render(
                "statement",
                page,
                new StatementView(
                        head,
                        page.nameOr(titles().get(portal), portal),
                        lines,
                        places(lines.stream().map(Statements.Line::place))));
    }

    @GetMapping("/reconciliation/listed/{id}")
    ResponseEntity<String> listed(Page page, @PathVariable long id) {
        Backfill pull = connectors.backfills().stream()
                .map(ConnectorDesk.Shown::backfill)
                .filter(each -> each.id() == id && each.listing())
                .findFirst()
                .orElseThrow(() -> ParameterProblem.missing("id", "No window was pulled again as " + id + "."));
        return Templates.render(
                "listed", page, new ListedView(pull, pull.complete() ? listed.compare(id, MOST) : List.of()));
    }

    private List<Backfill> pulls(@Nullable String portal) {
        return connectors.backfills().stream()
                .map(ConnectorDesk.Shown::backfill)
                .filter(each -> each.listing() && each.portal().equals(portal))
                .limit(STATEMENTS)
                .toList();
    }

    private Map<String, Place> places(Stream<@Nullable String> codes) {
        Map<String, Place> places = new HashMap<>();
        codes.forEach(code -> {
            if (code != null) {
                config.places().find(code).ifPresent(place -> places.put(code, place));
            }
        });
        return places;
    }

    private Map<String, ConnectedPortal> titles() {
        return settings.portals().get().stream()
                .collect(Collectors.toMap(ConnectedPortal::portal, Function.identity()));
    }

    private @Nullable LocalDate day(@Nullable String portal, @Nullable String day) {
        if (day != null && !day.isBlank()) {
            return Parameters.day(day);
        }
        return portal == null ? null : reconciliation.latestDay(portal).orElse(null);
    }
}
