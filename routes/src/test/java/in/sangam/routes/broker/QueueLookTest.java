package in.sangam.routes.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueLookTest {

    private static final BrokerAccount HUB = new BrokerAccount("hub", "s3cret-of-the-hub");

    @TempDir
    Path folder;

    @Test
    void a_broker_that_answers_tells_the_lengths_of_its_queues() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(
                folder.resolve("broker"), HUB, new BrokerAccount("viewer", "s3cret-of-the-viewer")))) {
            QueueLook.Lengths lengths =
                    new QueueLook(new BrokerControl(broker.connections()), Duration.ofSeconds(20)).now();

            assertThat(lengths.problem()).isNull();
            assertThat(lengths.queues()).hasSize(2).allSatisfy(queue -> {
                assertThat(queue.waiting()).isZero();
                assertThat(queue.deadLetters()).isZero();
            });
        }
    }

    @Test
    void a_broker_that_stands_still_is_said_to_and_nobody_waits_for_it() throws Exception {
        try (ServerSocket standsStill = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            QueueLook look = new QueueLook(
                    new BrokerControl(BrokerConnections.to("tcp://127.0.0.1:" + standsStill.getLocalPort(), HUB)),
                    Duration.ofMillis(300));

            assertThat(look.now().problem()).contains("did not answer");
            assertThat(look.now().queues())
                    .extracting(QueueLook.Length::waiting)
                    .containsOnlyNulls();
        }
    }

    @Test
    void a_broker_that_is_away_is_named_with_what_to_look_at() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        QueueLook.Lengths lengths = new QueueLook(
                        new BrokerControl(BrokerConnections.to("tcp://127.0.0.1:" + port, HUB)), Duration.ofSeconds(20))
                .now();

        assertThat(lengths.problem()).contains("broker").contains("look at");
    }
}
