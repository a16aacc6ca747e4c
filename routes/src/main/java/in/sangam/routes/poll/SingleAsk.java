package in.sangam.routes.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.core.AsOfClock;
import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.kit.Transport;
import in.sangam.routes.pace.Pace;
import in.sangam.routes.pace.Schedule;
import in.sangam.routes.reach.HttpPortal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks a portal for the first answer of a stream, by the very steps of a poll and in a Camel context of its own. The rows are masked
 * as always; none is sent on, no cursor moves, and the hub's own health is not touched.
 */
public final class SingleAsk {

    private static final Duration SLACK = Duration.ofSeconds(15);

    /**
     * What came of it.
     *
     * @param rows masked rows, none where it failed
     * @param took from the request to the answer, read whole
     * @param failure null where an answer came that could be read
     */
    public record Answered(List<JsonNode> rows, Duration took, @Nullable PollFailed failure) {}

    private final Connector connector;
    private final Stream stream;
    private final AsOfClock asOf;
    private final CompletableFuture<Answered> answered = new CompletableFuture<>();
    private final PolledStream polled;
    private long askedAt;
    private List<JsonNode> rows = List.of();

    /** Takes the pace that the portal's rate allows all calls together. */
    public SingleAsk(Connector connector, Stream stream, AsOfClock asOf, Pace pace) {
        this.connector = connector;
        this.stream = stream;
        this.asOf = asOf;
        Schedule once = new Schedule(Duration.ofDays(1), SLACK, Clock.systemUTC(), RandomGenerator.getDefault());
        this.polled = new PolledStream(connector, stream, once, pace, new PortalCircuit(connector.id()));
    }

    /** Asks, and waits for the answer: a little longer than the connector's time-out at the most. */
    public Answered answer() {
        try (DefaultCamelContext context = new DefaultCamelContext();
                Opened opened = new Opened(connector, context)) {
            HttpPortal.addTo(context);
            context.getShutdownStrategy().setTimeout(1);
            context.addRoutes(new PollTemplates());
            new PortalRoute(polled, stream.id() + ".check", asOf, Clock.systemUTC()).addTo(context, errand());
            context.start();
            return answered.get(connector.transport().timeout().plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException hangs) {
            return failed(hangs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        } catch (Exception e) {
            return failed(e);
        }
    }

    private Errand errand() {
        return new Errand(
                this::begin, this::turn, this::keep, this::advance, this::end, this::fail, contentHash -> false);
    }

    private void begin(Exchange exchange) {
        if (polled.schedule().isDue()) {
            polled.schedule().succeeded();
            new Poll(stream, null, stream.firstAsk(null, asOf.now())).begin(exchange);
        }
    }

    private void turn(Exchange exchange) throws InterruptedException {
        Poll poll = Poll.in(exchange);
        if (poll != null && poll.goesOn()) {
            polled.pace().awaitTurn(() -> false);
            askedAt = System.nanoTime();
        }
    }

    private void keep(Exchange exchange) {
        rows = Poll.of(exchange).pages().stream()
                .flatMap(page -> page.rows().stream())
                .toList();
    }

    /** A refused token is asked for anew and the ask repeated, as in a poll; one answer is enough. */
    private void advance(Exchange exchange) {
        Poll poll = Poll.of(exchange);
        if (poll.mayAskAgain()) {
            answered.complete(new Answered(rows, took(), null));
            poll.interrupt();
        }
    }

    private void end(Exchange exchange) {
        // It was noted with the answer.
    }

    private void fail(Exchange exchange) {
        answered.complete(failed(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
    }

    private Answered failed(@Nullable Throwable thrown) {
        return new Answered(List.of(), took(), Failures.of(polled, thrown));
    }

    private Duration took() {
        return askedAt == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - askedAt);
    }

    /** The connection pool of a portal that is a database. */
    private static final class Opened implements AutoCloseable {
        private final @Nullable HikariDataSource database;

        Opened(Connector connector, DefaultCamelContext context) {
            database = connector.transport() instanceof Transport.Sql sql ? DatabasePortal.of(connector, sql) : null;
            if (database != null) {
                context.getRegistry().bind(DatabasePortal.nameOf(connector.id()), database);
            }
        }

        @Override
        public void close() {
            if (database != null) {
                database.close();
            }
        }
    }
}
