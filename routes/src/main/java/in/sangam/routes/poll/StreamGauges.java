package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Cursor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Live metrics of one stream, in seconds: {@code hub.stream.age} since its last complete poll (wall clock), and
 * {@code hub.stream.lag} from its cursor to the as-of. Not a number while there is nothing to measure from.
 */
final class StreamGauges {

    private static final double MILLIS = 1_000.0;

    private final AtomicReference<@Nullable Instant> lastSuccess = new AtomicReference<>();
    private final AtomicReference<@Nullable String> cursor = new AtomicReference<>();
    private final PolledStream polled;
    private final AsOfClock asOf;
    private final Clock wallClock;

    StreamGauges(PolledStream polled, AsOfClock asOf, Clock wallClock, MeterRegistry meters) {
        this.polled = polled;
        this.asOf = asOf;
        this.wallClock = wallClock;
        register("hub.stream.age", meters);
        register("hub.stream.lag", meters);
    }

    void completed() {
        lastSuccess.set(wallClock.instant());
    }

    void movedTo(@Nullable String value) {
        cursor.set(value);
    }

    /** Takes the metrics of a stream back, so that its next revision can give them. */
    static void remove(PolledStream polled, MeterRegistry meters) {
        for (String name : new String[] {"hub.stream.age", "hub.stream.lag"}) {
            meters.find(name)
                    .tag("portal", polled.portal())
                    .tag("stream", polled.stream().name())
                    .meters()
                    .forEach(meters::remove);
        }
    }

    private void register(String name, MeterRegistry meters) {
        Gauge.builder(name, this, name.endsWith("age") ? StreamGauges::age : StreamGauges::lag)
                .baseUnit("seconds")
                .tag("portal", polled.portal())
                .tag("stream", polled.stream().name())
                .strongReference(true)
                .register(meters);
    }

    private double age() {
        Instant last = lastSuccess.get();
        return last == null ? Double.NaN : seconds(Duration.between(last, wallClock.instant()));
    }

    private double lag() {
        Cursor rule = polled.stream().cursor();
        String value = cursor.get();
        Duration lag = rule == null || value == null ? null : rule.lag(value, asOf.now());
        return lag == null ? Double.NaN : seconds(lag);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
