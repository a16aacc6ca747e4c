package in.sangam.app.wiring;

import in.sangam.core.config.HubConfig;
import in.sangam.store.PlaceAliases;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spellings of places that people decide while the hub runs, here or in another hub on the same database. */
@Configuration(proxyBeanMethods = false)
class PlaceWiring {

    @Bean
    PlaceAliases placeAliases(HubConfig config, DataSource database) {
        PlaceAliases aliases = new PlaceAliases(database, config.places());
        aliases.refresh();
        return aliases;
    }

    @Bean
    PlaceRefresh placeRefresh(PlaceAliases aliases) {
        return new PlaceRefresh(aliases);
    }
}
