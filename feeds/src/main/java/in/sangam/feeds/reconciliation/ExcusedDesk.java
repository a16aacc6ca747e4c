package in.sangam.feeds.reconciliation;

import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.Period;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.api.Parameters;
import in.sangam.feeds.marks.KpiSources;
import in.sangam.store.ExcusedDays;
import in.sangam.store.ExcusedDays.Day;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Excused days, for API and pages alike: who may propose and decide what, and which of them stand beside a KPI's number. */
public final class ExcusedDesk {

    private static final int SHOWN_DAYS = 366;

    private final ExcusedDays days;
    private final FeedSettings settings;
    private final KpiSources sources;
    private final Clock wallClock;

    public ExcusedDesk(ExcusedDays days, FeedSettings settings, KpiSources sources, Clock wallClock) {
        this.days = days;
        this.settings = settings;
        this.sources = sources;
        this.wallClock = wallClock;
    }

    /** Returns the excused days of the last year, the latest first. */
    public List<Day> latest() {
        LocalDate today = today();
        return days.between(today.minusDays(SHOWN_DAYS), today);
    }

    /** Returns the approved days of a month on which a source of some KPIs was out. */
    public List<Day> beside(Collection<Kpi> kpis, Period period) {
        List<Day> approved = days.between(period.first(), period.month().atEndOfMonth()).stream()
                .filter(day -> day.state().equals("approved"))
                .toList();
        if (approved.isEmpty()) {
            return approved;
        }
        Set<String> streams = sources.of(kpis).stream()
                .map(stream -> stream.portal().portal() + "." + stream.name())
                .collect(Collectors.toSet());
        return approved.stream()
                .filter(day -> streams.contains(day.portal() + "." + day.stream()))
                .toList();
    }

    /** Proposes a day by hand, with evidence. */
    public Day propose(
            @Nullable String portal,
            @Nullable String stream,
            @Nullable String day,
            @Nullable String evidence,
            String by) {
        String of = Parameters.needed("portal", portal);
        String name = Parameters.needed("stream", stream);
        LocalDate on = Parameters.day(Parameters.needed("day", day));
        String proof = Parameters.needed("evidence", evidence);
        if (!settings.hasStream(of, name)) {
            throw ParameterProblem.missing("stream", "There is no stream '" + name + "' of a portal '" + of + "'.");
        }
        if (!on.isBefore(today())) {
            throw ParameterProblem.invalid("day", on + " is not over yet.", List.of("any day before " + today()));
        }
        return days.propose(of, name, on, proof, by)
                .orElseThrow(() -> ParameterProblem.conflict(
                        "day", of + "." + name + " has a proposal or decision for " + on + " already."));
    }

    /** Approves or refuses a proposed day; not the person who proposed it. */
    public Day decide(long id, @Nullable Boolean approved, @Nullable String reason, String by) {
        String why = Parameters.needed("reason", reason);
        if (approved == null) {
            throw ParameterProblem.invalid("approved", "approved is missing.", List.of("true", "false"));
        }
        found(id);
        if (!days.decide(id, approved, by, why)) {
            throw ParameterProblem.conflict(
                    "id", "Day " + id + " is decided already, or was proposed by the one who would decide it.");
        }
        return found(id);
    }

    private Day found(long id) {
        return days.find(id).orElseThrow(() -> ParameterProblem.missing("id", "There is no excused day " + id + "."));
    }

    private LocalDate today() {
        return LocalDate.now(wallClock.withZone(CanonicalRecord.INDIA));
    }
}
