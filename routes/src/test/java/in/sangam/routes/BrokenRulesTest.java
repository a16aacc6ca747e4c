package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.broker.BrokerAccount;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.broker.EmbeddedBroker;
import in.sangam.routes.error.JmsEntrance;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jms.connection.JmsTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The rules of the JMS routes, each broken once: one page goes in, the first attempt is made to fail, and a page is lost or
 * doubled. The same failure on the route as we build it gives exactly one page: a check that cannot fail would be worthless.
 */
class BrokenRulesTest {

    private static final String IN = "jms:queue:" + Queues.PAGE_FETCHED;
    private static final String OUT = "jms:queue:" + Queues.PAGE_NORMALISED;

    @TempDir
    Path folder;

    private final AtomicInteger attempts = new AtomicInteger();
    private EmbeddedBroker broker;
    private ConnectionFactory connections;
    private BrokerControl queues;
    private DefaultCamelContext context;

    /** Fails the first time and never again. */
    private final Processor failOnce = new Processor() {
        @Override
        public void process(Exchange exchange) {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("forced");
            }
        }
    };

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(
                BrokerSettings.of(folder, new BrokerAccount("hub", "h"), new BrokerAccount("viewer", "v"))
                        .withRedelivery(4, Duration.ofMillis(10)));
        connections = broker.connections();
        queues = new BrokerControl(connections);
        context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(3);
        context.addComponent("jms", JmsEntrance.of(connections));
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        broker.close();
    }

    @Test
    void as_we_build_it_a_failure_after_the_send_gives_exactly_one_page() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from(IN).to(OUT).process(failOnce);
            }
        });

        assertThat(attempts).hasValue(2);
        assertThat(pagesOut()).isOne();
    }

    @Test
    void a_second_connection_factory_doubles_the_page() throws Exception {
        JmsComponent second = JmsEntrance.of(broker.connections());
        context.addComponent("second", second);
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from(IN).to(OUT.replace("jms:", "second:")).process(failOnce);
            }
        });

        assertThat(pagesOut()).isEqualTo(2);
    }

    @Test
    void a_jms_transaction_manager_with_a_cached_consumer_commits_twice_and_a_crash_between_loses_the_page()
            throws Exception {
        JmsComponent managed = JmsEntrance.of(connections);
        managed.setTransactionManager(new CrashBeforeTheManagersCommit(connections));
        context.addComponent("managed", managed);
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from(IN.replace("jms:", "managed:"))
                        .to(OUT.replace("jms:", "managed:"))
                        .process(exchange -> attempts.incrementAndGet());
            }
        });

        assertThat(pagesOut()).isZero();
        assertThat(queues.waiting(Queues.deadLettersOf(Queues.PAGE_FETCHED))).isZero();
    }

    /** The cached consumer's own session has been committed by then: what the manager loses, nobody brings back. */
    private final class CrashBeforeTheManagersCommit extends JmsTransactionManager {
        private static final long serialVersionUID = 1L;

        CrashBeforeTheManagersCommit(ConnectionFactory connections) {
            super(connections);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (attempts.compareAndSet(1, 2)) {
                doRollback(status);
                throw new TransactionSystemException("forced");
            }
            super.doCommit(status);
        }
    }

    @Test
    void an_exception_that_is_handled_and_moved_nowhere_loses_the_page() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Throwable.class).handled(true);
                from(IN).process(failOnce).to(OUT);
            }
        });

        assertThat(pagesOut()).isZero();
        assertThat(queues.waiting(Queues.PAGE_FETCHED)).isZero();
    }

    @Test
    void a_seda_queue_between_loses_the_page() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from(IN).to("seda:between");
                from("seda:between").process(failOnce).to(OUT);
            }
        });

        assertThat(pagesOut()).isZero();
        assertThat(queues.waiting(Queues.PAGE_FETCHED)).isZero();
    }

    @Test
    void a_parallel_split_doubles_pages() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from(IN).setBody(exchange -> List.of(bytes(exchange), bytes(exchange)))
                        .split(body())
                        .parallelProcessing()
                        .to(OUT)
                        .end()
                        .process(failOnce);
            }
        });

        assertThat(pagesOut()).as("two parts went in").isEqualTo(4);
    }

    @Test
    void an_idempotent_repository_whose_key_outlives_a_crash_loses_the_page() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                // A key that is not removed on failure is what a durable repository holds after a crash.
                from(IN).idempotentConsumer(bodyAs(String.class))
                        .idempotentRepository(MemoryIdempotentRepository.memoryIdempotentRepository())
                        .removeOnFailure(false)
                        .process(failOnce)
                        .to(OUT);
            }
        });

        assertThat(pagesOut()).isZero();
        assertThat(queues.waiting(Queues.PAGE_FETCHED)).isZero();
    }

    @Test
    void an_aggregator_loses_the_page_when_the_hub_stops() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from(IN).aggregate(constant(true), new UseLatestAggregationStrategy())
                        .completionSize(2)
                        .to(OUT);
            }
        });
        context.close();

        assertThat(pagesOut()).isZero();
        assertThat(queues.waiting(Queues.PAGE_FETCHED)).isZero();
    }

    private void run(RouteBuilder rules) throws Exception {
        try (JMSContext session = connections.createContext()) {
            BytesMessage page = session.createBytesMessage();
            page.writeBytes("page-1".getBytes());
            session.createProducer().send(session.createQueue(Queues.PAGE_FETCHED), page);
        }
        context.addRoutes(rules);
        context.start();
        // Nothing waits, nothing is in delivery, and it stays so: whatever was to happen has happened.
        await().atMost(Duration.ofSeconds(30))
                .during(Duration.ofSeconds(2))
                .until(() -> queues.waiting(Queues.PAGE_FETCHED) == 0 || context.isStopped());
    }

    private long pagesOut() {
        return queues.waiting(Queues.PAGE_NORMALISED);
    }

    private static byte[] bytes(Exchange exchange) {
        return exchange.getMessage().getBody(byte[].class);
    }
}
