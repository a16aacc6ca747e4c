package in.sangam.feeds.reconciliation;

import in.sangam.core.AsOfClock;
import in.sangam.feeds.ConnectorDesk;
import in.sangam.feeds.ConnectorDesk.Shown;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.api.Parameters;
import in.sangam.store.Audit;
import in.sangam.store.Differences;
import in.sangam.store.Differences.Difference;
import in.sangam.store.Statements.Head;
import in.sangam.store.read.ReconciliationReader;
import in.sangam.store.read.ReconciliationReader.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What persons do about differences, for API and pages alike: each step needs a reason and is audited. */
public final class ReconciliationDesk {

    private final Reconciliation reconciliation;
    private final DailyStatements statements;
    private final Differences differences;
    private final ReconciliationReader reader;
    private final ConnectorDesk connectors;
    private final Audit audit;
    private final AsOfClock clock;

    public ReconciliationDesk(
            Reconciliation reconciliation,
            DailyStatements statements,
            Differences differences,
            ReconciliationReader reader,
            ConnectorDesk connectors,
            Audit audit,
            AsOfClock clock) {
        this.reconciliation = reconciliation;
        this.statements = statements;
        this.differences = differences;
        this.reader = reader;
        this.connectors = connectors;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the statement of a day now, or a further version where numbers have moved. */
    public Head state(@Nullable String portal, @Nullable String day, @Nullable String reason, String by) {
        String of = Parameters.oneOf("portal", Parameters.needed("portal", portal), reconciliation.portals());
        LocalDate on = Parameters.day(Parameters.needed("day", day));
        String why = Parameters.needed("reason", reason);
        if (on.isAfter(clock.today())) {
            throw ParameterProblem.invalid(
                    "day", on + " lies in the future.", List.of("any day up to " + clock.today()));
        }
        Head head = statements
                .make(of, on, by, why)
                .orElseThrow(() -> ParameterProblem.conflict(
                        "day", of + " has reported no totals until " + on + ": there is nothing to compare."));
        audit.note(by, "reconciliation.state", of + " " + on + " version " + head.version(), why);
        return head;
    }

    /** Closes a difference with a reason. */
    public Difference close(long id, @Nullable String reason, String by) {
        String why = Parameters.needed("reason", reason);
        found(id);
        if (!differences.close(id, by, why)) {
            throw ParameterProblem.conflict("id", "Difference " + id + " is not open any more.");
        }
        return found(id);
    }

    /** Gives a difference to another owner, with a reason. */
    public Difference assign(long id, @Nullable String owner, @Nullable String reason, String by) {
        String to = Parameters.needed("owner", owner);
        String why = Parameters.needed("reason", reason);
        found(id);
        if (!differences.assign(id, to, by, why)) {
            throw ParameterProblem.conflict("id", "Difference " + id + " is not open any more.");
        }
        return found(id);
    }

    /**
     * Pulls the window again in which a day's records lie, to compare what the portal lists: all that changed from the day on,
     * because that is what a portal can be asked for. The polls' cursor stays.
     */
    public Shown pullAgain(
            @Nullable String portal,
            @Nullable String stream,
            @Nullable String day,
            @Nullable String reason,
            String by) {
        String of = Parameters.needed("portal", portal);
        String name = Parameters.needed("stream", stream);
        LocalDate on = Parameters.day(Parameters.needed("day", day));
        String why = Parameters.needed("reason", reason);
        Shown begun;
        try {
            begun = connectors.pullAgain(of, name, on.toString(), clock.today().toString(), by);
        } catch (ParameterProblem noMoments) {
            // A cursor that is no moment is asked for by the values that the records of that day have.
            if (!Set.of("from", "to").contains(noMoments.parameter())) {
                throw noMoments;
            }
            Window window = reader.windowSince(of, name, on).orElseThrow(() -> noMoments);
            begun = connectors.pullAgain(of, name, window.from(), window.to(), by);
        }
        audit.note(by, "reconciliation.pull-again", begun.backfill().id() + " " + of + "." + name + " " + on, why);
        return begun;
    }

    private Difference found(long id) {
        return differences
                .find(id)
                .orElseThrow(() -> ParameterProblem.missing("id", "There is no difference " + id + "."));
    }
}
