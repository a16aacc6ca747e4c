package in.sangam.routes.intake;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.routes.Queues;
import in.sangam.routes.broker.BrokerAccount;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.broker.EmbeddedBroker;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogTest {

    private static final int MORE_THAN_ALLOWED = 65;

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private Backlog backlog;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(BrokerSettings.of(
                folder, new BrokerAccount("hub", "s3cret-of-the-hub"), new BrokerAccount("viewer", "s3cret-of-it")));
        backlog = new Backlog(broker.connections());
    }

    @AfterEach
    void stop() {
        backlog.close();
        broker.close();
    }

    @Test
    void a_poll_waits_while_too_many_pages_wait_on_either_queue_and_goes_on_when_some_are_stored() throws Exception {
        assertThat(backlog.awaitRoom(() -> true)).isTrue();
        send(Queues.PAGE_FETCHED, MORE_THAN_ALLOWED - 1);
        assertThat(backlog.awaitRoom(() -> true)).isTrue();
        send(Queues.PAGE_NORMALISED, 1);

        AtomicInteger looks = new AtomicInteger();
        assertThat(backlog.awaitRoom(() -> looks.incrementAndGet() == 3)).isFalse();
        assertThat(looks).hasValue(3);

        boolean room = backlog.awaitRoom(() -> {
            receive(Queues.PAGE_NORMALISED);
            return false;
        });
        assertThat(room).isTrue();
    }

    private void send(String queue, int pages) {
        try (JMSContext session = broker.connections().createContext()) {
            JMSProducer producer = session.createProducer();
            for (int i = 0; i < pages; i++) {
                producer.send(session.createQueue(queue), "page".getBytes());
            }
        }
    }

    private void receive(String queue) {
        try (JMSContext session = broker.connections().createContext();
                JMSConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            consumer.receive();
        }
    }
}
