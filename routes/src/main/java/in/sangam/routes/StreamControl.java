package in.sangam.routes;

import in.sangam.routes.broker.BrokerControl;
import in.sangam.routes.poll.Polls;
import in.sangam.store.Audit;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.RouteController;

/** The Control Bus of the hub: what an integration admin may do to routes and dead letters. Everything done is audited. */
public final class StreamControl {

    /** A route and its state, as Camel names it: Started, Stopped, Suspended … */
    public record RouteState(String routeId, String state) {}

    private final CamelContext context;
    private final Polls polls;
    private final BrokerControl broker;
    private final Audit audit;

    public StreamControl(CamelContext context, Polls polls, BrokerControl broker, Audit audit) {
        this.context = context;
        this.polls = polls;
        this.broker = broker;
        this.audit = audit;
    }

    /** Returns every route with its state, in the order of their ids. */
    public List<RouteState> routes() {
        return context.getRoutes().stream()
                .map(Route::getRouteId)
                .sorted()
                .map(id ->
                        new RouteState(id, routeController().getRouteStatus(id).name()))
                .toList();
    }

    /** Starts a stopped route; the exchange that runs when a route stops is always finished first. */
    public void start(String who, String routeId) throws Exception {
        known(routeId);
        routeController().startRoute(routeId);
        audit.note(who, "route.start", routeId, "");
    }

    /** Stops a route after the exchange that runs. */
    public void stop(String who, String routeId, String reason) throws Exception {
        known(routeId);
        routeController().stopRoute(routeId);
        audit.note(who, "route.stop", routeId, reason);
    }

    /** Suspends a route: it keeps its resources and takes nothing new. */
    public void suspend(String who, String routeId, String reason) throws Exception {
        known(routeId);
        routeController().suspendRoute(routeId);
        audit.note(who, "route.suspend", routeId, reason);
    }

    /** Lets a suspended route go on. */
    public void resume(String who, String routeId) throws Exception {
        known(routeId);
        routeController().resumeRoute(routeId);
        audit.note(who, "route.resume", routeId, "");
    }

    /** Polls a stream ({@code portal.stream}) at once, even while it waits after a failure. */
    public void pollNow(String who, String streamId) {
        if (!polls.pollNow(streamId)) {
            throw new IllegalArgumentException("There is no stream '" + streamId + "'");
        }
        audit.note(who, "stream.poll", streamId, "");
    }

    /** Puts every dead letter of a queue back on that queue and returns how many there were. */
    public int replay(String who, String queue, String reason) {
        if (!Queues.ALL.contains(queue)) {
            throw new IllegalArgumentException("There is no queue '" + queue + "', only " + Queues.ALL);
        }
        int replayed = broker.replayDeadLettersOf(queue);
        audit.note(who, "dead-letter.replay", queue + " (" + replayed + ")", reason);
        return replayed;
    }

    private RouteController routeController() {
        return context.getRouteController();
    }

    private void known(String routeId) {
        if (context.getRoute(routeId) == null) {
            throw new IllegalArgumentException("There is no route '" + routeId + "', only "
                    + context.getRoutes().stream()
                            .map(Route::getRouteId)
                            .sorted()
                            .toList());
        }
    }
}
