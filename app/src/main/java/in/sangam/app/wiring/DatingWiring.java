package in.sangam.app.wiring;

import in.sangam.core.config.HubConfig;
import in.sangam.store.Redating;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Dates open cases anew, beside the work of the hub, when it starts with other holidays or time limits than the last time. */
@Configuration(proxyBeanMethods = false)
class DatingWiring {

    private static final Logger LOG = LoggerFactory.getLogger(DatingWiring.class);

    @Bean
    ApplicationRunner redating(HubConfig config, DataSource database) {
        return arguments -> {
            Thread beside = new Thread(() -> redate(config, database), "redating");
            beside.setDaemon(true);
            beside.start();
        };
    }

    private static void redate(HubConfig config, DataSource database) {
        try {
            new Redating(database).run(config.hash(), config.rules()::redated, config.measures());
        } catch (RuntimeException e) {
            LOG.warn("Open cases were not all dated by the new configuration; the next start goes on", e);
        }
    }
}
