package in.sangam.feeds.api;

import in.sangam.store.read.ChangesReader;
import in.sangam.store.read.ChangesReader.Change;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends changes as they happen. Each listener has its own place in the log and its own thread, so that a slow one delays
 * nobody; a listener that goes away and comes back with Last-Event-ID misses nothing.
 */
public final class ChangeStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
    private static final int MOST_LISTENERS = 64;
    private static final int BATCH = 500;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final ChangesReader changes;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_LISTENERS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "changes-feed");
                thread.setDaemon(true);
                return thread;
            });

    public ChangeStream(ChangesReader changes) {
        this.changes = changes;
    }

    SseEmitter open(long after) {
        SseEmitter emitter = new SseEmitter(0L);
        AtomicBoolean gone = new AtomicBoolean();
        emitter.onCompletion(() -> gone.set(true));
        emitter.onError(e -> gone.set(true));
        try {
            threads.execute(() -> send(emitter, after, gone));
        } catch (RejectedExecutionException e) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "All " + MOST_LISTENERS + " places for listeners are taken: ask /api/v1/changes by cursor instead.",
                    e);
        }
        return emitter;
    }

    private void send(SseEmitter emitter, long after, AtomicBoolean gone) {
        long last = after;
        long lastSent = System.nanoTime();
        try {
            while (!gone.get() && !Thread.currentThread().isInterrupted()) {
                List<Change> batch = changes.after(last, BATCH);
                for (Change change : batch) {
                    emitter.send(SseEmitter.event()
                            .id(String.valueOf(change.changeNo()))
                            .data(ChangesController.Row.of(change), MediaType.APPLICATION_JSON));
                    last = change.changeNo();
                }
                if (!batch.isEmpty()) {
                    lastSent = System.nanoTime();
                } else if (System.nanoTime() - lastSent > SIGN_OF_LIFE.toNanos()) {
                    emitter.send(SseEmitter.event().comment("nothing new"));
                    lastSent = System.nanoTime();
                }
                if (batch.size() < BATCH) {
                    TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A listener of the changes went away at change {}", last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.warn("A listener of the changes is let go at change {}: {}", last, e.toString());
            emitter.completeWithError(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
