package in.sangam.app.wiring;

import in.sangam.app.data.AsOf;
import in.sangam.app.data.DataFolder;
import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.kit.Connector;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What operators edit, read and checked as a whole before anything is started. */
@Configuration(proxyBeanMethods = false)
class ConfigWiring {

    static final String OPERATORS_FILES = "operatorsFiles";

    @Bean(OPERATORS_FILES)
    OperatorsFiles operatorsFiles(HubSettings settings, PortalSettings portals) {
        return OperatorsFiles.read(settings, portals);
    }

    @Bean
    HubConfig hubConfig(OperatorsFiles files) {
        return files.config();
    }

    @Bean
    AsOfClock asOfClock(HubSettings settings, DataFolder folder) {
        OffsetDateTime asOf = AsOf.of(folder, settings.asOf());
        return asOf == null ? AsOfClock.running() : AsOfClock.fixed(asOf.toInstant());
    }

    @Bean
    PortalSettings portalSettings(HubSettings settings, DataFolder folder, Environment environment) {
        return new PortalSettings(settings, folder, environment);
    }

    @Bean
    List<Connector> connectors(OperatorsFiles files) {
        return files.connectors();
    }
}
