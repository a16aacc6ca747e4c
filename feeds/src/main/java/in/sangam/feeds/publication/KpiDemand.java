package in.sangam.feeds.publication;

/** Which KPIs the portals that get values ask for. What nobody asks for is published to feeds and pages alone. */
@FunctionalInterface
public interface KpiDemand {

    /**
     * Tells whether a sink asks for the values of a KPI.
     *
     * @param sink as {@code portal.sink}
     * @param kpi code of the KPI
     */
    boolean asks(String sink, String kpi);
}
