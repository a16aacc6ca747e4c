package in.sangam.bench.peer;

import in.sangam.bench.contenders.RecordDatabase;
import in.sangam.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.AllConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.storage.FileOffsetBackingStore;
import org.apache.kafka.connect.util.FutureCallback;

/** A Kafka Connect worker with one sink: as many writers as the hub has, transactions of at most as many records as its pages. */
final class SinkWorker implements AutoCloseable {

    private static final String NAME = "record";
    private static final String CONVERTER = CaseConverter.class.getName();

    private final StandaloneHerder herder;

    private SinkWorker(StandaloneHerder herder) {
        this.herder = herder;
    }

    static SinkWorker start(
            KafkaBroker broker, RecordDatabase database, Path folder, Path config, int writers, int batch)
            throws Exception {
        Map<String, String> settings = Map.of(
                "bootstrap.servers",
                broker.address(),
                "key.converter",
                CONVERTER,
                "value.converter",
                CONVERTER,
                "value.converter." + CaseConverter.CONFIG,
                config.toString(),
                "plugin.discovery",
                "service_load",
                "offset.storage.file.filename",
                folder.resolve("connect.offsets").toString());
        Plugins plugins = new Plugins(settings);
        plugins.compareAndSwapWithDelegatingLoader();
        StandaloneConfig worker = new StandaloneConfig(settings);
        AllConnectorClientConfigOverridePolicy policy = new AllConnectorClientConfigOverridePolicy();
        // A sink's offsets lie in the broker; the worker wants a place for those of sources, and there are none.
        FileOffsetBackingStore sourceOffsets = new FileOffsetBackingStore(
                plugins.newInternalConverter(true, JsonConverter.class.getName(), Map.of("schemas.enable", "false")));
        sourceOffsets.configure(worker);
        StandaloneHerder herder = new StandaloneHerder(
                new Worker("peer", Time.SYSTEM, plugins, worker, sourceOffsets, policy), "peer", policy);
        herder.start();
        FutureCallback<Herder.Created<ConnectorInfo>> created = new FutureCallback<>();
        herder.putConnectorConfig(NAME, sink(database, writers, batch), false, created);
        created.get(1, TimeUnit.MINUTES);
        return new SinkWorker(herder);
    }

    private static Map<String, String> sink(RecordDatabase database, int writers, int batch) {
        return Map.ofEntries(
                Map.entry("name", NAME),
                Map.entry("connector.class", CountedSink.class.getName()),
                Map.entry("tasks.max", Integer.toString(writers)),
                Map.entry("topics", LogBased.TOPIC),
                Map.entry("table.name.format", "record"),
                Map.entry("connection.url", database.url() + "?reWriteBatchedInserts=true"),
                Map.entry("connection.username", PostgresServer.OWNER),
                Map.entry("connection.password", database.password()),
                Map.entry("insert.mode", "upsert"),
                Map.entry("primary.key.mode", "record_key"),
                Map.entry("schema.evolution", "none"),
                Map.entry("batch.size", Integer.toString(batch)),
                // Two versions of a case in one batch: only the later is written, as rewritten batches need it.
                Map.entry("use.reduction.buffer", "true"),
                Map.entry("consumer.override.auto.offset.reset", "earliest"));
    }

    @Override
    public void close() {
        herder.stop();
    }
}
