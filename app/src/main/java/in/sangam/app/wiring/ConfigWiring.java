package in.sangam.app.wiring;

import in.sangam.app.data.AsOf;
import in.sangam.app.data.DataFolder;
import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What operators edit, read and checked as a whole before anything is started. */
@Configuration(proxyBeanMethods = false)
class ConfigWiring {

    @Bean
    HubConfig hubConfig(HubSettings settings) {
        return HubConfig.load(settings.config());
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
    List<Connector> connectors(HubSettings settings, PortalSettings portals) {
        return Connectors.load(settings.connectors(), portals);
    }
}
