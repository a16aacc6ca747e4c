package in.sangam.routes.deliver;

import in.sangam.kit.Connector;
import in.sangam.routes.flow.AddedRoute;
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
            add(context, connector);
        }
    }

    /** Adds the route of one connector, if it has a sink. */
    public void add(CamelContext context, Connector connector) throws Exception {
        if (!connector.sinks().isEmpty()) {
            SinkPlan plan = SinkPlan.of(connector);
            context.addRoutes(new DeliveryRoute(plan, parts));
            SinkGauges.register(plan, parts.outbox(), parts.meters());
            AddedRoute.start(context, DeliveryRoute.idOf(connector.id()));
        }
    }

    /** Stops the route of a portal after the delivery that it is at, and removes it; what waits in the outbox stays there. */
    public void remove(CamelContext context, String portal) throws Exception {
        String id = DeliveryRoute.idOf(portal);
        if (context.getRoute(id) != null) {
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
            SinkGauges.remove(portal, parts.meters());
        }
    }
}
