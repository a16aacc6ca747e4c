package in.sangam.core.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All KPIs that are declared, in the order in which they are shown. Immutable. */
public record KpiCatalogue(List<Kpi> all) {

    public KpiCatalogue {
        all = List.copyOf(all);
    }

    /** Returns the KPI with this code, empty when there is none. */
    public Optional<Kpi> find(String code) {
        return all.stream().filter(kpi -> kpi.code().equals(code)).findFirst();
    }

    /** Returns the KPIs that are in force at the end of a period. */
    public List<Kpi> inForce(Period period) {
        LocalDate last = period.month().atEndOfMonth();
        return all.stream().filter(kpi -> isInForce(kpi, last)).toList();
    }

    private static boolean isInForce(Kpi kpi, LocalDate day) {
        LocalDate from = kpi.from();
        LocalDate to = kpi.to();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Returns the KPIs in force that count in the composite mark. */
    public List<Kpi> ranked(Period period) {
        return inForce(period).stream().filter(Kpi::ranked).toList();
    }
}
