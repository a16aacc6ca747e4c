package in.sangam.routes.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.Queues;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final BrokerAccount HUB = new BrokerAccount("hub", "s3cret-of-the-hub");
    private static final BrokerAccount VIEWER = new BrokerAccount("viewer", "s3cret-of-the-viewer");

    @TempDir
    Path folder;

    @Test
    void a_message_survives_the_restart_of_the_broker() throws Exception {
        try (EmbeddedBroker broker = start();
                JMSContext session = broker.connections().createContext()) {
            send(session, "kept");
        }
        try (EmbeddedBroker broker = start();
                JMSContext session = broker.connections().createContext()) {
            assertThat(new String(receive(session, Queues.PAGE_FETCHED).getBody(byte[].class)))
                    .isEqualTo("kept");
        }
    }

    @Test
    void a_message_that_fails_each_time_becomes_a_dead_letter_and_replay_puts_it_back_on_its_own_queue() {
        try (EmbeddedBroker broker = start()) {
            try (JMSContext session = broker.connections().createContext(Session.SESSION_TRANSACTED)) {
                send(session, "stubborn");
                session.commit();
                for (int delivery = 0; delivery < 3; delivery++) {
                    assertThat(receive(session, Queues.PAGE_FETCHED)).isNotNull();
                    session.rollback();
                }
            }
            BrokerControl control = new BrokerControl(broker.connections());
            assertThat(control.waiting(Queues.PAGE_FETCHED)).isZero();
            assertThat(control.waiting(Queues.deadLettersOf(Queues.PAGE_FETCHED)))
                    .isOne();

            assertThat(control.replayDeadLettersOf(Queues.PAGE_FETCHED)).isOne();

            assertThat(control.waiting(Queues.PAGE_FETCHED)).isOne();
            assertThat(control.waiting(Queues.deadLettersOf(Queues.PAGE_FETCHED)))
                    .isZero();
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (EmbeddedBroker broker = start()) {
            assertThatThrownBy(() -> broker.connections().createConnection("hub", "guessed"))
                    .isInstanceOf(JMSSecurityException.class);
        }
    }

    @Test
    void the_viewer_may_browse_a_queue_but_neither_send_nor_consume() throws Exception {
        try (EmbeddedBroker broker = start()) {
            try (JMSContext hub = broker.connections().createContext()) {
                send(hub, "seen");
            }
            try (JMSContext viewer = broker.connections().createContext(VIEWER.user(), VIEWER.password())) {
                var browsed = new ArrayList<Object>();
                viewer.createBrowser(viewer.createQueue(Queues.PAGE_FETCHED))
                        .getEnumeration()
                        .asIterator()
                        .forEachRemaining(browsed::add);
                assertThat(browsed).hasSize(1);
                assertThatThrownBy(() -> send(viewer, "forged")).hasMessageContaining("SEND");
                assertThatThrownBy(() -> receive(viewer, Queues.PAGE_FETCHED)).hasMessageContaining("CONSUME");
            }
        }
    }

    @Test
    void a_queue_that_nobody_declared_is_an_error_and_not_a_new_queue() {
        try (EmbeddedBroker broker = start();
                JMSContext session = broker.connections().createContext()) {
            assertThatThrownBy(() -> session.createProducer().send(session.createQueue("hub.page.fetchd"), "lost"))
                    .hasMessageContaining("hub.page.fetchd");
        }
    }

    @Test
    void an_object_message_cannot_be_read() throws Exception {
        try (EmbeddedBroker broker = start();
                JMSContext session = broker.connections().createContext()) {
            session.createProducer().send(session.createQueue(Queues.PAGE_FETCHED), new ArrayList<>());
            ObjectMessage message = (ObjectMessage) receive(session, Queues.PAGE_FETCHED);
            assertThatThrownBy(message::getObject).isInstanceOf(JMSException.class);
        }
    }

    @Test
    void another_process_reaches_the_broker_over_tcp_on_loopback_with_its_password() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        BrokerSettings settings = BrokerSettings.of(folder, HUB, VIEWER).listeningOn("127.0.0.1", port);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings);
                var connections = BrokerConnections.to("tcp://127.0.0.1:" + port, HUB);
                JMSContext session = connections.createContext()) {
            send(session, "from outside");
            assertThat(new BrokerControl(connections).waiting(Queues.PAGE_FETCHED))
                    .isOne();
            assertThat(new BrokerControl(broker.connections()).waiting(Queues.PAGE_FETCHED))
                    .isOne();
        }
    }

    @Test
    void a_broker_whose_disk_failed_starts_again_with_every_message_that_it_had_taken_and_connections_come_back()
            throws Exception {
        try (EmbeddedBroker broker = start();
                var connections = broker.connections();
                var once = broker.connections();
                JMSContext kept = connections.createContext()) {
            once.setReconnectAttempts(0);
            once.setCallTimeout(2_000);
            int taken = 0;
            largestFile(Integer.toString((10 << 20) - 1)) /* no further file of the journal */;
            try {
                while (broker.isRunning()) {
                    try (JMSContext session = once.createContext()) {
                        BytesMessage message = session.createBytesMessage();
                        message.writeBytes(new byte[90_000]);
                        session.createProducer().send(session.createQueue(Queues.PAGE_FETCHED), message);
                        taken++;
                    } catch (JMSException | JMSRuntimeException notTaken) {
                        await().until(() -> !broker.isRunning());
                    }
                }
                largestFile("1");
                assertThatThrownBy(broker::startAgain).isInstanceOf(IllegalStateException.class);
                assertThat(broker.isRunning()).as("a start that failed").isFalse();
            } finally {
                largestFile("unlimited");
            }

            broker.startAgain();

            assertThat(broker.isRunning()).isTrue();
            assertThat(new BrokerControl(connections).waiting(Queues.PAGE_FETCHED))
                    .isGreaterThanOrEqualTo(taken);
            send(kept, "by a session from before");
        }
    }

    /** What this process writes from now on has its end there: a disk that is full for it, and for nobody else. */
    private static void largestFile(String bytes) throws Exception {
        long pid = ProcessHandle.current().pid();
        assertThat(new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":unlimited")
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(BrokerSettings.of(folder, HUB, VIEWER).withRedelivery(3, Duration.ofMillis(1)));
    }

    private static void send(JMSContext session, String text) throws RuntimeException {
        BytesMessage message = session.createBytesMessage();
        try {
            message.writeBytes(text.getBytes());
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
        session.createProducer().send(session.createQueue(Queues.PAGE_FETCHED), message);
    }

    private static Message receive(JMSContext session, String queue) {
        try (var consumer = session.createConsumer(session.createQueue(queue))) {
            return consumer.receive(10_000);
        }
    }
}
