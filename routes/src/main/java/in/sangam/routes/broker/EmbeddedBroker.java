package in.sangam.routes.broker;

import in.sangam.routes.Queues;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Artemis broker inside this JVM: durable, syncing every write, with security on. Started by {@link #start}, stopped by
 * {@link #close()}; a folder that a killed JVM left behind opens again with all its messages.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final AtomicInteger NEXT_ID = new AtomicInteger();

    private final EmbeddedActiveMQ broker;
    private final String address;
    private final BrokerAccount hub;

    private EmbeddedBroker(BrokerSettings settings) throws Exception {
        int id = NEXT_ID.getAndIncrement();
        this.address = "vm://" + id;
        this.hub = settings.hub();
        Configuration configuration = new BrokerConfiguration(settings).at(id);
        this.broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts(settings)));
        startWhole();
        LOG.info(
                "Broker ready in {} with a {} journal and the queues {}",
                settings.folder(),
                configuration.getJournalType(),
                Queues.ALL);
    }

    /** Starts a broker and returns when it takes messages; throws {@link IllegalStateException} that names the folder. */
    public static EmbeddedBroker start(BrokerSettings settings) {
        try {
            return new EmbeddedBroker(settings);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The broker could not be started in " + settings.folder()
                            + ": is another hub running on this folder, or the disk full?",
                    e);
        }
    }

    /** Starts a broker that has stopped by itself again; connections come back to it. Throws when its disk does not let it. */
    public void startAgain() {
        try {
            startWhole();
        } catch (Exception e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    /** Artemis only logs why it could not open its journal, and then counts as started: such a one is stopped again. */
    private void startWhole() throws Exception {
        try {
            broker.start();
            if (!broker.getActiveMQServer().isActive()) {
                throw new IllegalStateException("its journal could not be opened; see the log");
            }
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /** Returns connections to this broker, from inside the JVM, as the hub. */
    public ActiveMQConnectionFactory connections() {
        return BrokerConnections.to(address, hub);
    }

    /** Returns false when the broker has stopped by itself, as it does when its journal can no longer be written. */
    public boolean isRunning() {
        return broker.getActiveMQServer().getState() != ActiveMQServer.SERVER_STATE.STOPPED;
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            LOG.warn("The broker did not stop cleanly; its journal is complete all the same", e);
        }
    }

    private static SecurityConfiguration accounts(BrokerSettings settings) {
        SecurityConfiguration accounts = new SecurityConfiguration();
        accounts.addUser(settings.hub().user(), settings.hub().password());
        accounts.addRole(settings.hub().user(), BrokerConfiguration.HUB_ROLE);
        accounts.addUser(settings.viewer().user(), settings.viewer().password());
        accounts.addRole(settings.viewer().user(), BrokerConfiguration.VIEWER_ROLE);
        return accounts;
    }
}
