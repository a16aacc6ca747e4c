package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.Queues;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub broker} with a disk that fails: it ends, so that whatever supervises it can start it again. */
class BrokerEndsIT {

    /** No further file of the journal fits, and what it has can be written. */
    private static final int LARGEST_FILE = (10 << 20) - 1;

    @Test
    void a_broker_whose_disk_fails_ends_with_1_and_says_where_to_look(@TempDir Path folder) throws Exception {
        int port = HubProcess.freePort();
        try (HubProcess broker = HubProcess.start(
                folder.resolve("broker.out"),
                List.of(),
                "broker",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(port))) {
            await().atMost(Duration.ofMinutes(2)).until(() -> broker.said().contains("The broker serves"));
            assertThat(new ProcessBuilder("prlimit", "--pid", Long.toString(broker.pid()), "--fsize=" + LARGEST_FILE)
                            .inheritIO()
                            .start()
                            .waitFor())
                    .isZero();

            sendUntilItEnds(
                    port,
                    Files.readString(folder.resolve("data/broker.password")).strip());

            assertThat(broker.exit(Duration.ofMinutes(1))).as(broker::said).isEqualTo(1);
            assertThat(broker.said()).contains("has stopped by itself; see its log and its disk");
        }
    }

    private static void sendUntilItEnds(int port, String password) {
        try (var connections = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port, "sangam", password);
                JMSContext session = connections.createContext()) {
            for (int i = 0; i < 1_000; i++) {
                session.createProducer().send(session.createQueue(Queues.PAGE_FETCHED), "x".repeat(45_000));
            }
        } catch (JMSRuntimeException ended) {
            return;
        }
        throw new AssertionError("The broker took more than fits its files");
    }
}
