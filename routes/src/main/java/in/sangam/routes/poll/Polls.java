package in.sangam.routes.poll;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.kit.Transport;
import in.sangam.routes.flow.AddedRoute;
import in.sangam.routes.intake.PageSender;
import in.sangam.routes.pace.Pace;
import in.sangam.routes.pace.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;

/** The polls of all connectors: each stream a route {@code <portal>.<stream>.poll} of its own, so that none waits for another. */
public final class Polls implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration SHORTEST_BOUND = Duration.ofSeconds(10);

    private final PollParts parts;
    private final List<Connector> connectors;
    private final Map<String, PolledStream> streams = new ConcurrentHashMap<>();
    private final Map<String, List<AutoCloseable>> opened = new ConcurrentHashMap<>();
    private final Set<String> heldBack = new HashSet<>();
    /** Of all drop folders: a session each would be held for a file a day. */
    private final PageSender fileSender;

    public Polls(PollParts parts, List<Connector> connectors) {
        this.parts = parts;
        this.connectors = List.copyOf(connectors);
        this.fileSender = new PageSender(parts.broker());
    }

    /** Adds the templates and one route for each stream. */
    public void addTo(CamelContext context) throws Exception {
        context.addRoutes(new PollTemplates());
        for (Connector connector : connectors) {
            add(context, connector);
        }
    }

    /** Adds the routes of one connector, none where the portal calls; one that a person had stopped before a swap stays stopped. */
    public synchronized void add(CamelContext context, Connector connector) throws Exception {
        if (connector.transport() instanceof Transport.Push) {
            return;
        }
        Pace pace = parts.paces().of(connector);
        PortalCircuit circuit = new PortalCircuit(connector.id());
        List<AutoCloseable> resources = opened.computeIfAbsent(connector.id(), portal -> new ArrayList<>());
        if (connector.transport() instanceof Transport.Sql sql) {
            HikariDataSource database = DatabasePortal.of(connector, sql);
            resources.add(database);
            context.getRegistry().bind(DatabasePortal.nameOf(connector.id()), database);
        }
        for (Stream stream : connector.streams()) {
            PolledStream polled = new PolledStream(connector, stream, schedule(stream), pace, circuit);
            PageSender sender = fileSender;
            if (!(connector.transport() instanceof Transport.FileDrop)) {
                sender = new PageSender(parts.broker());
                resources.add(sender);
            }
            streams.put(stream.id(), polled);
            resources.add(new PollRoute(polled, parts, sender).addTo(context));
            if (heldBack.remove(polled.routeId())) {
                context.getRouteController().stopRoute(polled.routeId());
            } else {
                AddedRoute.start(context, polled.routeId());
            }
        }
    }

    /** Stops the routes of a portal, each after the answer that it is at, and removes them with all they hold. */
    public synchronized void remove(CamelContext context, String portal) throws Exception {
        for (PolledStream polled : List.copyOf(streams.values())) {
            if (polled.portal().equals(portal)) {
                ServiceStatus status = context.getRouteController().getRouteStatus(polled.routeId());
                if (status != null && !status.isStarted()) {
                    heldBack.add(polled.routeId());
                }
                PollRoute.remove(polled, context, parts.meters());
                streams.remove(polled.stream().id());
            }
        }
        context.removeEndpoints("jdbc:" + DatabasePortal.nameOf(portal) + "*");
        for (AutoCloseable each : opened.getOrDefault(portal, List.of())) {
            each.close();
        }
        opened.remove(portal);
    }

    /** Makes a stream's next poll due at once; returns false when there is no such stream. */
    public boolean pollNow(String streamId) {
        PolledStream polled = streams.get(streamId);
        if (polled != null) {
            polled.schedule().now();
        }
        return polled != null;
    }

    /** Returns a polled stream by its id; null when there is none. */
    @Nullable
    PolledStream find(String streamId) {
        return streams.get(streamId);
    }

    private Schedule schedule(Stream stream) {
        Duration every = parts.every().apply(stream);
        return new Schedule(every, longestWait(every), parts.wallClock(), RandomGenerator.getDefault());
    }

    /** A stream that is polled often is also tried again soon; but never more often than every ten seconds for long. */
    private static Duration longestWait(Duration every) {
        if (every.compareTo(SHORTEST_BOUND) < 0) {
            return SHORTEST_BOUND;
        }
        return every.compareTo(LONGEST_WAIT) < 0 ? every : LONGEST_WAIT;
    }

    @Override
    public void close() throws Exception {
        for (List<AutoCloseable> resources : opened.values()) {
            for (AutoCloseable each : resources) {
                each.close();
            }
        }
        fileSender.close();
    }
}
