package in.sangam.routes.broker;

import in.sangam.routes.Queues;
import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.nativo.jlibaio.LibaioContext;

/** The broker as we want it, in code: what Artemis would choose by itself is unsafe (security off) or slow (late flush). */
final class BrokerConfiguration {

    static final String HUB_ROLE = "hub";
    static final String VIEWER_ROLE = "viewer";

    private static final long LONGEST_REDELIVERY_MS = 60_000;
    private static final int JOURNAL_FILE_BYTES = 10 << 20;

    private final BrokerSettings settings;

    BrokerConfiguration(BrokerSettings settings) {
        this.settings = settings;
    }

    Configuration at(int id) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("sangam-" + id);
        configuration.setJMXManagementEnabled(true);
        configuration.addAcceptorConfiguration("in-vm", "vm://" + id);
        if (settings.listen() != null) {
            configuration.addAcceptorConfiguration("tcp", "tcp://" + settings.listen() + "?protocols=CORE");
        }
        journal(configuration);
        limits(configuration);
        queues(configuration);
        roles(configuration);
        return configuration;
    }

    private void journal(Configuration configuration) {
        Path folder = settings.folder().toAbsolutePath();
        int flush = Math.toIntExact(settings.journalFlush().toNanos());
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setJournalType(LibaioContext.isLoaded() ? JournalType.ASYNCIO : JournalType.NIO);
        configuration.setJournalSyncTransactional(true);
        configuration.setJournalSyncNonTransactional(true);
        configuration.setJournalFileSize(JOURNAL_FILE_BYTES);
        configuration.setJournalBufferTimeout_AIO(flush);
        configuration.setJournalBufferTimeout_NIO(flush);
    }

    private void limits(Configuration configuration) {
        configuration.setGlobalMaxSize((long) settings.memoryMiB() << 20);
        configuration.setMaxDiskUsage(settings.maxDiskPercent());
    }

    private void queues(Configuration configuration) {
        configuration.addAddressSetting("#", rules("hub.dead"));
        for (String queue : Queues.ALL) {
            configuration.addAddressSetting(queue, rules(Queues.deadLettersOf(queue)));
            configuration.addAddressConfiguration(durable(queue));
            configuration.addAddressConfiguration(durable(Queues.deadLettersOf(queue)));
        }
    }

    private AddressSettings rules(String deadLetters) {
        return new AddressSettings()
                // Without a dead letter address Artemis drops a message after its last delivery.
                .setDeadLetterAddress(SimpleString.of(deadLetters))
                .setExpiryAddress(SimpleString.of(deadLetters))
                .setAutoCreateDeadLetterResources(true)
                .setDeadLetterQueuePrefix(SimpleString.of("hub.dead."))
                .setMaxDeliveryAttempts(settings.maxDeliveries())
                .setRedeliveryDelay(settings.firstRedelivery().toMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(LONGEST_REDELIVERY_MS)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                // A queue is declared here or does not exist: a slip in a name must not open a channel that nobody
                // reads.
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    private static CoreAddressConfiguration durable(String queue) {
        return new CoreAddressConfiguration()
                .setName(queue)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(queue)
                        .setAddress(queue)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
    }

    private static void roles(Configuration configuration) {
        configuration.setSecurityEnabled(true);
        configuration.putSecurityRoles("hub.page.#", Set.of(sendAndConsume(), browse()));
        configuration.putSecurityRoles("hub.dead.#", Set.of(sendAndConsume(), browse()));
        configuration.putSecurityRoles("activemq.management.#", Set.of(manage()));
        configuration.putSecurityRoles("#", Set.of(receiveAnswers()));
    }

    private static Role sendAndConsume() {
        return role(HUB_ROLE, true, true, false, false, true);
    }

    private static Role browse() {
        return role(VIEWER_ROLE, false, false, false, false, true);
    }

    /** The hub counts its queues and replays dead letters by management messages. */
    private static Role manage() {
        return role(HUB_ROLE, true, true, false, true, true);
    }

    /** The answers to management messages come to a temporary queue of a generated name. */
    private static Role receiveAnswers() {
        return role(HUB_ROLE, true, true, true, false, false);
    }

    private static Role role(
            String name, boolean send, boolean consume, boolean temporary, boolean manage, boolean browse) {
        return new Role(name, send, consume, false, false, temporary, temporary, manage, browse, temporary, temporary);
    }
}
