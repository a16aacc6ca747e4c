package in.sangam.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.bench.contenders.PortalPages;
import in.sangam.bench.contenders.RecordDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The same path as one would write it with a log: each row of the portal is a message keyed by its case, so that a case stays in
 * order; the Debezium JDBC sink upserts them. The measures are views that count the records when asked, because a sink has
 * no place to count them: that spares it the work that the hub and the reference do.
 *
 * <p>Arguments: address of the portal, its token, folder for its data, folder of the hub's configuration. Runs until it is ended.
 */
public final class LogBased {

    static final String TOPIC = "applications";

    private static final int WRITERS = 2;
    private static final int ROWS_OF_A_BATCH = 150;
    private static final int ROWS_OF_A_PAGE = 1_000;
    private static final int TELL_EVERY_MS = 20;

    private LogBased() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[2]);
        RecordDatabase database = RecordDatabase.start(
                folder, LogBased.class, "log-based.sql", "/in/sangam/bench/contenders/measures.sql");
        KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"));
        broker.createTopic(TOPIC, WRITERS);
        SinkWorker sink = SinkWorker.start(broker, database, folder, Path.of(arguments[3]), WRITERS, ROWS_OF_A_BATCH);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            sink.close();
            broker.close();
            database.close();
        }));
        Thread sender = new Thread(() -> send(broker, new PortalPages(arguments[0], arguments[1], ROWS_OF_A_PAGE)));
        sender.start();
        tell(database);
    }

    private static void send(KafkaBroker broker, PortalPages pages) {
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.address(),
                "acks",
                "all",
                "linger.ms",
                "5",
                "batch.size",
                Integer.toString(96 * 1024));
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
            for (byte[] page = pages.fetch(); page != null; page = pages.fetch()) {
                for (JsonNode row : json.readTree(page).get("data")) {
                    // Sent again by the producer until it arrives; the sink counts what did.
                    var unused = producer.send(new ProducerRecord<>(
                            TOPIC,
                            row.get("application_no").asText().getBytes(StandardCharsets.UTF_8),
                            json.writeValueAsBytes(row)));
                }
            }
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    /** Keeps the number of messages written in the database, where the bench reads it. */
    private static void tell(RecordDatabase database) throws SQLException, InterruptedException {
        long told = 0;
        try (Connection connection = database.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement("update taken set received = ?")) {
            while (true) {
                long written = CountedSink.WRITTEN.get();
                if (written > told) {
                    statement.setLong(1, written);
                    statement.executeUpdate();
                    told = written;
                }
                TimeUnit.MILLISECONDS.sleep(TELL_EVERY_MS);
            }
        }
    }
}
