package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Stream;
import in.sangam.routes.intake.Backlog;
import in.sangam.routes.pace.Paces;
import in.sangam.store.PageVault;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What polls are made of.
 *
 * @param broker the one connection factory of the hub
 * @param backlog what waits on that broker
 * @param database the hub's own
 * @param vault keeps the bytes of answers that cannot be read; null where there is none
 * @param asOf the instant that cursors and "today" are read by
 * @param wallClock what schedules and fetch times go by
 * @param node name of this hub node, the same after a restart, so that it finds its leases its own
 * @param paces the rates that portals allow, of all that call them
 * @param every time between two polls of a stream
 */
public record PollParts(
        ConnectionFactory broker,
        Backlog backlog,
        DataSource database,
        @Nullable PageVault vault,
        AsOfClock asOf,
        Clock wallClock,
        String node,
        Paces paces,
        Function<Stream, Duration> every,
        MeterRegistry meters) {}
