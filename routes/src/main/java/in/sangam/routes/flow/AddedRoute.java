package in.sangam.routes.flow;

import org.apache.camel.CamelContext;

/** A route that is added while the hub runs: the supervising route controller starts only the routes that it found at its start. */
public final class AddedRoute {

    private AddedRoute() {}

    /** Starts a route that was just added; before the hub's own start nothing is done, it starts them all. */
    public static void start(CamelContext context, String routeId) throws Exception {
        if (context.isStarted()) {
            context.getRouteController().startRoute(routeId);
        }
    }
}
