package in.sangam.app.wiring;

import in.sangam.app.data.AsOf;
import in.sangam.app.data.DataFolder;
import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.kit.Connector;
import in.sangam.kit.manifest.NamedSettings;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What operators edit, read and checked as a whole before anything is started. */
@Configuration(proxyBeanMethods = false)
class ConfigWiring {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigWiring.class);
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
    List<Connector> connectors(HubSettings settings, OperatorsFiles files) {
        for (Connector each : files.leftOut()) {
            LOG.warn(
                    "The portal {} is not connected: none of {} has a value, or {}.enabled is false. Give them in the file"
                            + " that --portals names, in the environment or under portals: in application.yaml",
                    each.id(),
                    NamedSettings.of(settings.connectors().resolve(each.id())),
                    each.id());
        }
        return files.connectors();
    }
}
