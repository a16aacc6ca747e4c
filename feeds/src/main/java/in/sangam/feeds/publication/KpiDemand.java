package in.sangam.feeds.publication;

/**
 * Which KPIs the portals that get values ask for. Of places, what nobody asks for is published to the feeds alone; of posts,
 * departments and portals it is not published.
 */
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
