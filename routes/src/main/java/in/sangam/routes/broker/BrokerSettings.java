package in.sangam.routes.broker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What an operator may say of the embedded broker.
 *
 * @param folder durable home of journal, bindings and paged messages; made when absent
 * @param hub the account by which the hub sends, consumes and manages
 * @param viewer an account that may browse the queues and nothing else
 * @param tcpPort port on 127.0.0.1 for CORE clients, or −1 for none: the hub itself stays inside the JVM
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
        int tcpPort,
        Duration journalFlush,
        int maxDeliveries,
        Duration firstRedelivery,
        int memoryMiB,
        int maxDiskPercent) {

    /** Returns the settings that suit one machine. */
    public static BrokerSettings of(Path folder, BrokerAccount hub, BrokerAccount viewer) {
        return new BrokerSettings(
                folder, hub, viewer, -1, Duration.ofNanos(200_000), 10, Duration.ofSeconds(1), 48, 90);
    }

    /** Returns a copy that also listens on a TCP port of 127.0.0.1. */
    public BrokerSettings withTcpPort(int port) {
        return new BrokerSettings(
                folder, hub, viewer, port, journalFlush, maxDeliveries, firstRedelivery, memoryMiB, maxDiskPercent);
    }

    /** Returns a copy with another redelivery rule. */
    public BrokerSettings withRedelivery(int deliveries, Duration first) {
        return new BrokerSettings(
                folder, hub, viewer, tcpPort, journalFlush, deliveries, first, memoryMiB, maxDiskPercent);
    }
}
