package in.sangam.routes.broker;

import in.sangam.routes.Queues;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Looks at the queues for an admin who must not wait for a broker that is away: then the answer says so, and why. */
public final class QueueLook {

    /** One queue and its Dead Letter Channel; null is not known, since the broker did not say. */
    public record Length(String name, @Nullable Long waiting, @Nullable Long deadLetters) {}

    /** All queues at one instant, with what is wrong with the broker; null when it answered. */
    public record Lengths(List<Length> queues, @Nullable String problem) {}

    private final BrokerControl broker;
    private final Duration patience;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(QueueLook::daemon);
    private @Nullable CompletableFuture<List<Length>> underWay;

    /** @param patience longest time for an answer */
    public QueueLook(BrokerControl broker, Duration patience) {
        this.broker = broker;
        this.patience = patience;
    }

    /** Returns within the patience; a look that the broker has not answered yet is waited for again, not asked twice. */
    public Lengths now() {
        try {
            return new Lengths(asked().get(patience.toMillis(), TimeUnit.MILLISECONDS), null);
        } catch (TimeoutException e) {
            return unknown("The broker did not answer within " + patience.toSeconds() + " s: look at its disk and log");
        } catch (ExecutionException e) {
            return unknown(String.valueOf(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage())
                    + ": look at the broker's log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown("This hub is stopping");
        }
    }

    private synchronized CompletableFuture<List<Length>> asked() {
        CompletableFuture<List<Length>> last = underWay;
        if (last != null && !last.isDone()) {
            return last;
        }
        CompletableFuture<List<Length>> next = CompletableFuture.supplyAsync(this::lengths, asking);
        underWay = next;
        return next;
    }

    private List<Length> lengths() {
        return Queues.ALL.stream()
                .map(queue -> new Length(queue, broker.waiting(queue), broker.waiting(Queues.deadLettersOf(queue))))
                .toList();
    }

    private static Lengths unknown(String problem) {
        return new Lengths(
                Queues.ALL.stream().map(queue -> new Length(queue, null, null)).toList(), problem);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "queue-look");
        thread.setDaemon(true);
        return thread;
    }
}
