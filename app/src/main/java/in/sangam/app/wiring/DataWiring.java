package in.sangam.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.app.data.DataFolder;
import in.sangam.app.data.HubDatabase;
import in.sangam.app.data.Logins;
import in.sangam.store.Audit;
import in.sangam.store.StoreSchema;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Data folder, logins and database. Spring closes them in reverse: pool, server, folder. */
@Configuration(proxyBeanMethods = false)
class DataWiring {

    /** Writers, folder, polls, deliveries and pages together; PostgreSQL has two cores as well. */
    private static final int POOL = 16;

    @Bean
    DataFolder dataFolder(HubSettings settings) {
        return new DataFolder(settings.data()).open();
    }

    @Bean
    Logins logins(DataFolder folder) {
        return new Logins(folder);
    }

    @Bean
    @ConditionalOnProperty(name = "hub.datasource.url", matchIfMissing = true, havingValue = "never-a-url")
    HubDatabase hubDatabase(DataFolder folder) {
        return new HubDatabase(folder);
    }

    @Bean
    HikariDataSource dataSource(HubSettings settings, ObjectProvider<HubDatabase> embedded) {
        HubSettings.Server external = settings.datasource();
        HikariDataSource pool = external.isExternal()
                ? HubDatabase.pool(
                        String.valueOf(external.url()),
                        external.username() == null ? "sangam" : external.username(),
                        external.secret(),
                        POOL)
                : embedded.getObject().pool(POOL);
        StoreSchema.migrate(pool);
        return pool;
    }

    @Bean
    Audit audit(DataSource database) {
        return new Audit(database);
    }
}
