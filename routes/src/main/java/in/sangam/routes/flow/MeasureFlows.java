package in.sangam.routes.flow;

import in.sangam.routes.KpiPublisher;
import in.sangam.routes.error.ErrorTable;
import in.sangam.store.DeltaFolder;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** What time drives inside the hub: deltas become measures, and changed KPI values become deliveries. */
public final class MeasureFlows extends RouteBuilder {

    private static final int FOLD_EVERY_MS = 100;

    private final DeltaFolder folder;
    private final KpiPublisher publisher;
    private final List<String> kpiSinks;
    private final Duration publishEvery;

    /** Takes the sinks that get KPI values, as {@code portal.sink}; with none, nothing is published. */
    public MeasureFlows(DeltaFolder folder, KpiPublisher publisher, List<String> kpiSinks, Duration publishEvery) {
        this.folder = folder;
        this.publisher = publisher;
        this.kpiSinks = List.copyOf(kpiSinks);
        this.publishEvery = publishEvery;
    }

    // spotless:off
    @Override
    public void configure() {
        from("timer:measures.fold?period=" + FOLD_EVERY_MS)
            .routeId("measures.fold").routeConfigurationId(ErrorTable.TIMED)
            .process(exchange -> folder.fold());

        if (!kpiSinks.isEmpty()) {
            from("timer:kpi.publish?period=" + publishEvery.toMillis())
                .routeId("kpi.publish").routeConfigurationId(ErrorTable.TIMED)
                .process(exchange -> publisher.publish(kpiSinks));
        }
    }
    // spotless:on
}
