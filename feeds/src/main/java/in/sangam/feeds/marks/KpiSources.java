package in.sangam.feeds.marks;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.Term;
import in.sangam.core.measure.Subject;
import in.sangam.store.read.MeasureOrigins;
import in.sangam.store.read.MeasureOrigins.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which streams a KPI's records come from, and how fresh they are. */
public final class KpiSources {

    private static final Logger LOG = LoggerFactory.getLogger(KpiSources.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration KEPT_WHILE_LOADING = Duration.ofSeconds(20);

    private record Known(Set<Origin> origins, Instant until) {}

    private final MeasureOrigins origins;
    private final Sources sources;
    private final Set<String> measures;
    private final Set<String> ranked;
    private final InstantSource wallClock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Known known;

    public KpiSources(MeasureOrigins origins, Sources sources, HubConfig config, InstantSource wallClock) {
        this.origins = origins;
        this.sources = sources;
        this.wallClock = wallClock;
        this.measures =
                config.kpis().all().stream().flatMap(KpiSources::measures).collect(Collectors.toSet());
        this.ranked = config.kpis().all().stream()
                .filter(kpi -> kpi.ranked() && kpi.subject() == Subject.PLACE)
                .flatMap(KpiSources::measures)
                .collect(Collectors.toSet());
    }

    /** Returns the streams behind some KPIs with their freshness. */
    public List<Sources.Stream> of(Collection<Kpi> kpis) {
        Set<String> asked = kpis.stream().flatMap(KpiSources::measures).collect(Collectors.toSet());
        Set<String> streams = origins().stream()
                .filter(origin -> asked.contains(origin.measure()))
                .map(origin -> origin.portal() + "/" + origin.stream())
                .collect(Collectors.toSet());
        return sources.all().stream()
                .flatMap(portal -> portal.streams().stream())
                .filter(stream -> streams.contains(stream.portal().portal() + "/" + stream.name()))
                .toList();
    }

    /** Only the very first caller waits: later ones get what is known while one thread looks again. */
    private Set<Origin> origins() {
        Known now = known;
        if (now == null) {
            return look().origins;
        }
        if (!now.until.isAfter(wallClock.instant()) && looking.compareAndSet(false, true)) {
            CompletableFuture.runAsync(this::look).whenComplete((done, failure) -> {
                looking.set(false);
                if (failure != null) {
                    LOG.warn("The sources of the KPIs could not be looked up: {}", failure.toString());
                }
            });
        }
        return now.origins;
    }

    private Known look() {
        Set<Origin> fresh = origins.of(measures);
        boolean all =
                fresh.stream().map(Origin::measure).collect(Collectors.toSet()).containsAll(ranked);
        Known now = new Known(fresh, wallClock.instant().plus(all ? KEPT : KEPT_WHILE_LOADING));
        known = now;
        return now;
    }

    private static Stream<String> measures(Kpi kpi) {
        Formula denominator = kpi.denominator();
        return Stream.concat(
                        kpi.numerator().counted().stream(),
                        denominator == null ? Stream.of() : denominator.counted().stream())
                .map(Term::measure);
    }
}
