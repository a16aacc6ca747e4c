package in.sangam.feeds.reconciliation;

import in.sangam.core.AsOfClock;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.store.Differences;
import in.sangam.store.Statements;
import in.sangam.store.Statements.Head;
import in.sangam.store.read.Arrivals;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the daily statements: of each portal with totals, every day that is over by the hub's as-of clock, and again those that
 * have open differences. Days are those of Asia/Kolkata.
 */
public final class DailyStatements {

    private static final Logger LOG = LoggerFactory.getLogger(DailyStatements.class);

    /** How far back days are caught up with, and how long one with open differences is looked at again. */
    private static final int DAYS_BACK = 31;

    private static final Duration AGAIN = Duration.ofMinutes(10);

    private record Key(@Nullable String stream, @Nullable String place, @Nullable String service) {
        static Key of(Statements.Line line) {
            return new Key(line.stream(), line.place(), line.service());
        }
    }

    private final Reconciliation reconciliation;
    private final Statements statements;
    private final Differences differences;
    private final FeedSettings settings;
    private final AsOfClock clock;
    private final Arrivals arrivals;
    private final Map<String, Long> lookedAgain = new HashMap<>();

    public DailyStatements(
            Reconciliation reconciliation,
            Statements statements,
            Differences differences,
            FeedSettings settings,
            AsOfClock clock,
            Arrivals arrivals) {
        this.reconciliation = reconciliation;
        this.statements = statements;
        this.differences = differences;
        this.settings = settings;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /** Makes what is due; called by a timer. One portal's trouble does not hold up the others. */
    public void makeDue() {
        LocalDate today = clock.today();
        for (String portal : reconciliation.portals()) {
            try {
                makeDue(portal, today);
            } catch (RuntimeException e) {
                LOG.warn("The statements of {} could not be made; the next turn tries again", portal, e);
            }
        }
    }

    private synchronized void makeDue(String portal, LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        LocalDate first = today.minusDays(DAYS_BACK);
        LocalDate next = statements
                .latestDay(portal)
                .map(day -> day.plusDays(1))
                .filter(day -> !day.isBefore(first))
                .orElse(statements.latestDay(portal).isPresent() ? first : yesterday);
        Set<LocalDate> due = new TreeSet<>();
        for (LocalDate day = next; !day.isAfter(yesterday); day = day.plusDays(1)) {
            due.add(day);
        }
        long now = System.nanoTime();
        boolean again = now - lookedAgain.getOrDefault(portal, now - AGAIN.toNanos()) >= AGAIN.toNanos();
        if (again) {
            due.addAll(differences.openDays(portal, first));
        }
        if (!due.isEmpty() && arrivals.isWaiting(portal)) {
            return;
        }
        if (again) {
            lookedAgain.put(portal, now);
        }
        due.forEach(day -> make(portal, day, "hub", "daily statement"));
    }

    /**
     * Works a day out and keeps the statement, if it says anything else than the last version.
     *
     * @return the version that holds now; empty when the portal has reported nothing until that day
     */
    public Optional<Head> make(String portal, LocalDate day, String by, String reason) {
        List<Balance> balances = reconciliation.compare(portal, day);
        if (balances.isEmpty()) {
            return Optional.empty();
        }
        Map<Key, Long> stated = new HashMap<>();
        Optional<Head> before = statements.latest(portal, day.minusDays(1));
        before.ifPresent(head -> statements.lines(head).forEach(line -> stated.put(Key.of(line), line.pending())));
        List<Statements.Line> lines = balances.stream()
                .map(each -> each.line(
                        before.isEmpty()
                                ? null
                                : stated.getOrDefault(new Key(each.stream(), each.place(), each.service()), 0L)))
                .toList();
        return Optional.of(statements.keep(
                portal,
                day,
                lines,
                balances.stream().flatMap(each -> each.found().stream()).toList(),
                owner(portal),
                by,
                reason,
                clock.now()));
    }

    private String owner(String portal) {
        return settings.portals().get().stream()
                .filter(each -> each.portal().equals(portal))
                .map(ConnectedPortal::owner)
                .findFirst()
                .orElse(Objects.requireNonNull(portal));
    }
}
