package in.sangam.feeds.marks;

import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.Term;
import in.sangam.core.measure.Subject;
import in.sangam.store.read.MeasureOrigins;
import in.sangam.store.read.MeasureOrigins.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which streams a KPI's records come from, and how fresh they are. */
public final class KpiSources {

    private final MeasureOrigins origins;
    private final Sources sources;

    public KpiSources(MeasureOrigins origins, Sources sources) {
        this.origins = origins;
        this.sources = sources;
    }

    /** Returns the streams behind some KPIs with their freshness. */
    public List<Sources.Stream> of(Collection<Kpi> kpis) {
        Set<Origin> asked =
                origins.of(kpis.stream().flatMap(KpiSources::measures).collect(Collectors.toSet()));
        return sources.all().stream()
                .flatMap(portal -> portal.streams().stream())
                .filter(stream -> asked.contains(new Origin(stream.portal().portal(), stream.name())))
                .toList();
    }

    /** Returns the same for one subject: what a portal is marked for lies in its own streams. */
    public List<Sources.Stream> of(Collection<Kpi> kpis, String subject) {
        return Subject.kindOf(subject) != Subject.PORTAL
                ? of(kpis)
                : sources.all().stream()
                        .filter(portal ->
                                Subject.PORTAL.named(portal.portal().portal()).equals(subject))
                        .flatMap(portal -> portal.streams().stream())
                        .toList();
    }

    private static Stream<String> measures(Kpi kpi) {
        Formula denominator = kpi.denominator();
        return Stream.concat(
                        kpi.numerator().counted().stream(),
                        denominator == null ? Stream.of() : denominator.counted().stream())
                .map(Term::measure);
    }
}
