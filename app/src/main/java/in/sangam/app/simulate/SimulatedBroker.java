package in.sangam.app.simulate;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A department's broker in memory, on loopback: only the queues it is made with, only for one account. */
final class SimulatedBroker implements AutoCloseable {

    static final String USER = "simulated";

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final String password = UUID.randomUUID().toString();

    SimulatedBroker(List<String> queues) {
        SecurityConfiguration accounts = new SecurityConfiguration();
        accounts.addUser(USER, password);
        accounts.addRole(USER, USER);
        try {
            broker.setConfiguration(configuration(queues));
            broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts));
            broker.start();
        } catch (Exception e) {
            throw new IllegalStateException("The simulated broker does not start", e);
        }
    }

    String url() {
        return "tcp://127.0.0.1:"
                + broker.getActiveMQServer()
                        .getRemotingService()
                        .getAcceptor("tcp")
                        .getActualPort();
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The simulated broker does not stop", e);
        }
    }

    private static ConfigurationImpl configuration(List<String> queues) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setJMXManagementEnabled(false);
        configuration.setMaxDiskUsage(-1);
        configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:0?protocols=CORE");
        configuration.addAddressSetting(
                "#", new AddressSettings().setAutoCreateQueues(false).setAutoCreateAddresses(false));
        for (String queue : queues) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfig(
                            QueueConfiguration.of(queue).setAddress(queue).setRoutingType(RoutingType.ANYCAST)));
        }
        configuration.putSecurityRoles(
                "#", Set.of(new Role(USER, true, true, false, false, false, false, false, true, false, false)));
        return configuration;
    }
}
