package in.sangam.routes.broker;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may say of the embedded broker.
 *
 * @param folder durable home of journal, bindings and paged messages; made when absent
 * @param hub the account by which the hub sends, consumes and manages
 * @param viewer an account that may browse the queues and nothing else
 * @param listen {@code host:port} at which CORE clients are served, or null for none: the hub itself stays inside the JVM
 * @param journalFlush longest wait for further writes before the journal syncs; short suits a fast disk
 * @param maxDeliveries deliveries of one message before it is a dead letter
 * @param firstRedelivery delay before the second delivery; it doubles, up to one minute
 * @param memoryMiB messages held in memory before the rest is paged to disk
 * @param maxDiskPercent fill of the disk at which the broker blocks senders
 */
public record BrokerSettings(
        Path folder,
        BrokerAccount hub,
        BrokerAccount viewer,
        @Nullable String listen,
        Duration journalFlush,
        int maxDeliveries,
        Duration firstRedelivery,
        int memoryMiB,
        int maxDiskPercent) {

    /** Deliveries of one message before a broker of ours gives it up; the routes note the cause on the last. */
    public static final int MOST_DELIVERIES = 10;

    /** Returns the settings that suit one machine. */
    public static BrokerSettings of(Path folder, BrokerAccount hub, BrokerAccount viewer) {
        return new BrokerSettings(
                folder, hub, viewer, null, Duration.ofNanos(200_000), MOST_DELIVERIES, Duration.ofSeconds(1), 48, 90);
    }

    /** Returns a copy that also listens on a TCP port of an address of this machine. */
    public BrokerSettings listeningOn(String host, int port) {
        return new BrokerSettings(
                folder,
                hub,
                viewer,
                host + ":" + port,
                journalFlush,
                maxDeliveries,
                firstRedelivery,
                memoryMiB,
                maxDiskPercent);
    }

    /** Returns a copy with another redelivery rule. */
    public BrokerSettings withRedelivery(int deliveries, Duration first) {
        return new BrokerSettings(
                folder, hub, viewer, listen, journalFlush, deliveries, first, memoryMiB, maxDiskPercent);
    }
}
