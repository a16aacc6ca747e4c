package in.sangam.app.wiring;

import in.sangam.app.data.DataFolder;
import in.sangam.app.data.Keeper;
import in.sangam.app.data.Passwords;
import in.sangam.app.data.SecretFile;
import in.sangam.routes.broker.BrokerAccount;
import in.sangam.routes.broker.BrokerConnections;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.broker.EmbeddedBroker;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker, ours or another, and the one connection factory: a second one would break the transaction of a flow. */
@Configuration(proxyBeanMethods = false)
class BrokerWiring {

    @Bean
    @ConditionalOnProperty(name = "hub.broker.url", matchIfMissing = true, havingValue = "never-a-url")
    EmbeddedBroker embeddedBroker(DataFolder folder) {
        SecretFile secrets = new SecretFile(folder.file("secrets.properties"));
        return EmbeddedBroker.start(BrokerSettings.of(
                        folder.file("broker"),
                        new BrokerAccount("hub", secrets.getOrMake("broker.hub.password", Passwords::key)),
                        new BrokerAccount("viewer", secrets.getOrMake("broker.viewer.password", Passwords::key)))
                .withRedelivery(BrokerSettings.MOST_DELIVERIES, Duration.ofSeconds(1)));
    }

    @Bean
    @ConditionalOnProperty(name = "hub.broker.url", matchIfMissing = true, havingValue = "never-a-url")
    Keeper brokerKeeper(EmbeddedBroker broker, DataFolder folder) {
        return new Keeper("The broker in " + folder.file("broker"), broker::isRunning, broker::startAgain, Keeper.LOOK);
    }

    @Bean
    ActiveMQConnectionFactory connectionFactory(HubSettings settings, ObjectProvider<EmbeddedBroker> embedded) {
        HubSettings.Server external = settings.broker();
        return external.isExternal()
                ? BrokerConnections.to(
                        String.valueOf(external.url()), new BrokerAccount(external.user(), external.secret()))
                : embedded.getObject().connections();
    }

    @Bean
    BrokerControl brokerControl(ConnectionFactory connections) {
        return new BrokerControl(connections);
    }
}
