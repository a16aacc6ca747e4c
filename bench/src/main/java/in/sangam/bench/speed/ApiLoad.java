package in.sangam.bench.speed;

import in.sangam.bench.HubApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Calls the API at a steady rate, each kind of call in turn, until it is closed. A call's time counts from the moment it was
 * due, so that a slow answer is charged for those that had to wait behind it.
 */
final class ApiLoad implements AutoCloseable {

    private static final int CALLERS = 4;

    /** @param path of the n-th call of this kind */
    record Kind(String name, IntFunction<String> path) {}

    private final HubApi api;
    private final List<Kind> kinds;
    private final long gapNanos;
    private final Map<String, Durations> times = new LinkedHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final long start = System.nanoTime();
    private volatile boolean closed;

    ApiLoad(HubApi api, int callsPerSecond, List<Kind> kinds) {
        this.api = api;
        this.kinds = kinds;
        this.gapNanos = TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
        kinds.forEach(kind -> times.put(kind.name(), new Durations()));
        for (int i = 0; i < CALLERS; i++) {
            callers.execute(this::call);
        }
    }

    /** Returns the times by kind of call. */
    Map<String, Durations> times() {
        return times;
    }

    /** Returns how many calls were not answered as they should. */
    int failed() {
        return failed.get();
    }

    private void call() {
        while (!closed) {
            int n = next.getAndIncrement();
            long due = start + n * gapNanos;
            while (!closed && System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Kind kind = kinds.get(n % kinds.size());
            try {
                api.get(kind.path().apply(n / kinds.size()));
                long took = System.nanoTime() - due;
                Objects.requireNonNull(times.get(kind.name())).with(took);
            } catch (Exception e) {
                failed.incrementAndGet();
            }
        }
    }

    void into(Findings findings, double bound) {
        times.forEach((name, each) -> {
            findings.note(name, each.toString());
            findings.below(name + ", 99th percentile", each.at(0.99), bound);
        });
        findings.promise("calls that failed", Integer.toString(failed()), "0", failed() == 0);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        callers.shutdown();
        callers.awaitTermination(1, TimeUnit.MINUTES);
    }
}
