package in.sangam.core.kpi;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All KPIs that are declared, in the order in which they are shown. Immutable. */
public record KpiCatalogue(List<Kpi> all) {

    public KpiCatalogue {
        all = List.copyOf(all);
    }

    /** Returns the latest declaration of the KPI with this code, empty when there is none. */
    public Optional<Kpi> find(String code) {
        return all.stream().filter(kpi -> kpi.code().equals(code)).max(Comparator.comparing(KpiCatalogue::start));
    }

    /** Returns the declaration of a KPI that is in force at the end of a period, else the latest. */
    public Optional<Kpi> find(String code, Period period) {
        return inForce(period).stream()
                .filter(kpi -> kpi.code().equals(code))
                .findFirst()
                .or(() -> find(code));
    }

    private static LocalDate start(Kpi kpi) {
        LocalDate from = kpi.from();
        return from == null ? LocalDate.MIN : from;
    }

    /** Returns the KPIs that are in force at the end of a period. */
    public List<Kpi> inForce(Period period) {
        LocalDate last = period.month().atEndOfMonth();
        return all.stream().filter(kpi -> kpi.isInForce(last)).toList();
    }

    /** Returns the KPIs in force that count in the composite mark. */
    public List<Kpi> ranked(Period period) {
        return inForce(period).stream().filter(Kpi::ranked).toList();
    }
}
