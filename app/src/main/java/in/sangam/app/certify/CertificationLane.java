package in.sangam.app.certify;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.app.data.Passwords;
import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.record.RecordAssembler;
import in.sangam.kit.Connector;
import in.sangam.kit.translate.Normaliser;
import in.sangam.routes.Queues;
import in.sangam.routes.RoutesConfiguration;
import in.sangam.routes.broker.BrokerAccount;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.broker.EmbeddedBroker;
import in.sangam.routes.deliver.Flows;
import in.sangam.store.Answers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;

/** A broker on which the routes of one connector, or of several that are certified together, run at a time. */
final class CertificationLane implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(300);
    private static final int POLLED_OFTEN = 8;
    private static final int MOST_DELIVERIES = 5;

    private final HubConfig config;
    private final EmbeddedBroker broker;
    private final ConnectionFactory connections;
    private final Consumer<CertificationLane> giveBack;

    CertificationLane(HubConfig config, Path folder, Consumer<CertificationLane> giveBack) {
        this.config = config;
        this.giveBack = giveBack;
        this.broker = EmbeddedBroker.start(BrokerSettings.of(
                        folder, new BrokerAccount("hub", Passwords.key()), new BrokerAccount("viewer", Passwords.key()))
                .withRedelivery(MOST_DELIVERIES, Duration.ofMillis(50)));
        this.connections = broker.connections();
    }

    BrokerControl queues() {
        return new BrokerControl(connections);
    }

    /** Starts the routes of connectors on a database; closing stops them. The more there are, the less often each is polled. */
    Running start(List<Connector> connectors, HikariDataSource database, Instant asOf) {
        Duration poll = POLL.multipliedBy(1 + connectors.size() / POLLED_OFTEN);
        Answers answers = new Answers(database);
        RoutesConfiguration routes = new RoutesConfiguration(new RoutesConfiguration.Parts(
                connections,
                MOST_DELIVERIES,
                database,
                null,
                connectors,
                new Normaliser(new RecordAssembler(config.places().names(), config.rules(), answers)),
                answers,
                config.measures(),
                sinks -> {},
                Flows.NONE,
                AsOfClock.fixed(asOf),
                "certification",
                stream -> poll,
                Duration.ofSeconds(5),
                new SimpleMeterRegistry()));
        DefaultCamelContext context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(10);
        try {
            routes.addTo(context);
            context.start();
        } catch (Exception e) {
            throw new IllegalStateException("The routes of " + connectors + " cannot be started", e);
        }
        return new Running(context, routes, queues());
    }

    /** Running routes. They end with empty queues: a page that stayed would go to the hub of the next connector. */
    record Running(DefaultCamelContext context, RoutesConfiguration routes, BrokerControl queues)
            implements AutoCloseable {

        private static final String POLL_ROUTES = ".poll";
        private static final Duration LONGEST_DRAIN = Duration.ofSeconds(20);

        @Override
        public void close() {
            try {
                for (Route each : context.getRoutes()) {
                    if (each.getRouteId().endsWith(POLL_ROUTES)) {
                        context.getRouteController().stopRoute(each.getRouteId());
                    }
                }
                Patience.until(LONGEST_DRAIN, () -> Queues.ALL.stream().allMatch(queue -> queues.waiting(queue) == 0));
                context.close();
                routes.close();
            } catch (Exception e) {
                throw new IllegalStateException("The routes did not stop", e);
            }
        }
    }

    @Override
    public void close() {
        giveBack.accept(this);
    }

    /** Stops the broker for good. */
    void stop() {
        broker.close();
    }
}
