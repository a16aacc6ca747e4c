package in.sangam.app.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.app.security.CurrentUser;
import in.sangam.core.AsOfClock;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.routes.StreamControl;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.routes.broker.QueueLook;
import in.sangam.routes.connect.LiveConnectors;
import in.sangam.store.Outbox;
import in.sangam.store.StreamHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;

/** What the Hub tab of Hawtio shows, as one JSON text, and the two things it does: poll a stream now, and put dead letters back on their queue. */
@Component
@ManagedResource(objectName = HubStatus.NAME, description = "Streams, queues, dead letters and deliveries of this hub")
public class HubStatus {

    static final String NAME = "in.sangam:type=Hub";

    /** One stream; seconds since its last success are null when it never had one. */
    record StreamStatus(
            String portal,
            String stream,
            String route,
            String state,
            @Nullable Long ageSeconds,
            long promiseSeconds,
            boolean late,
            @Nullable String lastError,
            long quarantined) {}

    /** Everything at one instant; what is wrong with the broker is null while it answers. */
    record Status(
            String asOf,
            List<StreamStatus> streams,
            List<QueueLook.Length> queues,
            @Nullable String brokerProblem,
            List<Outbox.Counts> sinks) {}

    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(5);

    private final ObjectMapper json = new ObjectMapper();
    private final LiveConnectors connectors;
    private final StreamHealth health;
    private final Outbox outbox;
    private final QueueLook queues;
    private final StreamControl control;
    private final AsOfClock clock;
    private final JdbcClient database;

    HubStatus(
            LiveConnectors connectors,
            DataSource database,
            BrokerControl broker,
            StreamControl control,
            AsOfClock clock) {
        this.control = control;
        this.connectors = connectors;
        this.health = new StreamHealth(database);
        this.outbox = new Outbox(database);
        this.queues = new QueueLook(broker, BROKER_PATIENCE);
        this.clock = clock;
        this.database = JdbcClient.create(database);
    }

    @ManagedAttribute(description = "Streams, queues, dead letters and deliveries as JSON")
    public String getStatus() throws JsonProcessingException {
        QueueLook.Lengths lengths = queues.now();
        return json.writeValueAsString(new Status(
                clock.now().atZone(CanonicalRecord.INDIA).toOffsetDateTime().toString(),
                streams(),
                lengths.queues(),
                lengths.problem(),
                outbox.counts()));
    }

    @ManagedOperation(
            description = "Puts every dead letter of a queue back on that queue and returns how many there were")
    @ManagedOperationParameter(name = "queue", description = "name of the queue that the letters were on")
    public int replayDeadLetters(String queue) {
        return control.replay(CurrentUser.name(), queue, "");
    }

    @ManagedOperation(description = "Polls a stream at once, even while it waits after a failure")
    @ManagedOperationParameter(name = "stream", description = "portal.stream")
    public void pollNow(String stream) {
        control.pollNow(CurrentUser.name(), stream);
    }

    private List<StreamStatus> streams() {
        Map<String, StreamHealth.Entry> entries = health.all().stream()
                .collect(Collectors.toMap(entry -> entry.portal() + "." + entry.stream(), Function.identity()));
        Map<String, Long> quarantined = new HashMap<>();
        database.sql("select portal || '.' || stream, count(*) from hub.quarantine where status = 'open' group by 1")
                .query(row -> {
                    quarantined.put(row.getString(1), row.getLong(2));
                });
        List<StreamStatus> all = new ArrayList<>();
        for (Connector connector : connectors.all()) {
            for (Stream stream : connector.streams()) {
                all.add(status(connector, stream, entries.get(stream.id()), quarantined.getOrDefault(stream.id(), 0L)));
            }
        }
        return all;
    }

    private static StreamStatus status(
            Connector connector, Stream stream, StreamHealth.@Nullable Entry entry, long quarantined) {
        Instant success = entry == null ? null : entry.lastSuccess();
        Long age = success == null
                ? null
                : Duration.between(success, Instant.now()).toSeconds();
        long promised = connector.promise().fresh().toSeconds();
        return new StreamStatus(
                connector.id(),
                stream.name(),
                stream.id() + ".poll",
                entry == null ? "never polled" : entry.state(),
                age,
                promised,
                age == null || age > promised,
                entry == null ? null : entry.errorMessage(),
                quarantined);
    }
}
