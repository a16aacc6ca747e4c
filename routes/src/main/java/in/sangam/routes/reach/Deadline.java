package in.sangam.routes.reach;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Ends a request whose answer is not whole in time. The socket's own time-out begins anew with every byte, so that a portal which
 * sends one now and then would hold a poll for ever.
 */
final class Deadline implements ExecChainHandler {

    static final ScheduledExecutorService WATCH = watch();

    private final Duration longest;

    Deadline(Duration longest) {
        this.longest = longest;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        AtomicBoolean over = new AtomicBoolean();
        // When the answer was whole in time, its connection has been given back and nothing is left to discard.
        var end = WATCH.schedule(
                () -> {
                    over.set(true);
                    scope.execRuntime.discardEndpoint();
                },
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = chain.proceed(request, scope);
            HttpEntity entity = answer.getEntity();
            if (entity == null) {
                end.cancel(false);
            } else {
                answer.setEntity(new Timed(entity, over));
            }
            return answer;
        } catch (IOException | RuntimeException broken) {
            end.cancel(false);
            if (over.get()) {
                throw late(broken);
            }
            throw broken;
        }
    }

    static SocketTimeoutException late(Exception broken) {
        SocketTimeoutException late = new SocketTimeoutException("The answer was not whole in time");
        late.initCause(broken);
        return late;
    }

    private static ScheduledExecutorService watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** A body that says what happened to it when its connection was closed under it. */
    private static final class Timed extends HttpEntityWrapper {
        private final AtomicBoolean over;

        Timed(HttpEntity entity, AtomicBoolean over) {
            super(entity);
            this.over = over;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                @Override
                public int read() throws IOException {
                    try {
                        return super.read();
                    } catch (IOException broken) {
                        throw over.get() ? late(broken) : broken;
                    }
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    try {
                        return super.read(bytes, from, length);
                    } catch (IOException broken) {
                        throw over.get() ? late(broken) : broken;
                    }
                }
            };
        }
    }
}
