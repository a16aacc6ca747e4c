package in.sangam.routes.push;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.kit.Transport;
import in.sangam.routes.flow.AddedRoute;
import in.sangam.routes.intake.PageSender;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;

/** The pushed streams of all connectors, each a route of its own. */
public final class Pushes implements AutoCloseable {

    private record Pushed(Stream stream, PageBounds bounds, PageSender sender) {}

    private final ConnectionFactory broker;
    private final DataSource database;
    private final AsOfClock asOf;
    private final Clock wallClock;
    private final Map<String, Pushed> streams = new ConcurrentHashMap<>();
    private final Set<String> heldBack = new HashSet<>();

    public Pushes(ConnectionFactory broker, DataSource database, AsOfClock asOf, Clock wallClock) {
        this.broker = broker;
        this.database = database;
        this.asOf = asOf;
        this.wallClock = wallClock;
    }

    /** Adds the routes of a connector that is pushed, none for any other; one that a person had stopped before stays stopped. */
    public synchronized void add(CamelContext context, Connector connector) throws Exception {
        if (!(connector.transport() instanceof Transport.Push push)) {
            return;
        }
        for (Stream stream : connector.streams()) {
            PageSender sender = new PageSender(broker);
            streams.put(stream.id(), new Pushed(stream, new PageBounds(push.largest(), push.timeout()), sender));
            context.addRoutes(new PushRoute(stream, push, sender, database, asOf, wallClock));
            String routeId = PushRoute.routeId(stream.id());
            if (heldBack.remove(routeId)) {
                context.getRouteController().stopRoute(routeId);
            } else {
                AddedRoute.start(context, routeId);
            }
        }
    }

    /** Removes the routes of a portal, each after the page that it is at. */
    public synchronized void remove(CamelContext context, String portal) throws Exception {
        for (Pushed each : List.copyOf(streams.values())) {
            if (each.stream().portal().equals(portal)) {
                String routeId = PushRoute.routeId(each.stream().id());
                ServiceStatus status = context.getRouteController().getRouteStatus(routeId);
                if (status != null && !status.isStarted()) {
                    heldBack.add(routeId);
                }
                streams.remove(each.stream().id());
                context.getRouteController().stopRoute(routeId);
                context.removeRoute(routeId);
                each.sender().close();
            }
        }
    }

    /** Returns what a page of a stream, by its id, is bound to; null where no such stream is pushed. */
    public @Nullable PageBounds bounds(String streamId) {
        Pushed pushed = streams.get(streamId);
        return pushed == null ? null : pushed.bounds();
    }

    @Override
    public void close() {
        streams.values().forEach(each -> each.sender().close());
    }
}
