package in.sangam.routes.deliver;

import in.sangam.kit.Connector;
import java.util.List;
import org.apache.camel.CamelContext;

/** The deliveries to all portals that accept something: one route for each portal. */
public final class Deliveries {

    private final DeliveryParts parts;
    private final List<Connector> connectors;

    public Deliveries(DeliveryParts parts, List<Connector> connectors) {
        this.parts = parts;
        this.connectors = List.copyOf(connectors);
    }

    /** Adds a route {@code deliver.<portal>} for each portal with a sink. */
    public void addTo(CamelContext context) throws Exception {
        for (Connector connector : connectors) {
            if (!connector.sinks().isEmpty()) {
                context.addRoutes(new DeliveryRoute(SinkPlan.of(connector), parts));
            }
        }
    }
}
