package in.sangam.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.app.data.DataFolder;
import in.sangam.app.data.HubDatabase;
import in.sangam.app.data.HubVault;
import in.sangam.app.data.Logins;
import in.sangam.app.data.Passwords;
import in.sangam.app.data.SecretFile;
import in.sangam.store.Answers;
import in.sangam.store.Audit;
import in.sangam.store.PageVault;
import in.sangam.store.StoreSchema;
import in.sangam.store.VaultKey;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;

/** Data folder, logins and database. Spring closes them in reverse: pool, server, folder. */
@Configuration(proxyBeanMethods = false)
class DataWiring {

    private static final Logger LOG = LoggerFactory.getLogger(DataWiring.class);

    /** Name of the pool of routes. */
    static final String ROUTES = "routesDataSource";

    /** Pages, API and what people do; PostgreSQL has two cores as well. */
    private static final int READERS = 8;

    /** Writers, folder, polls and deliveries. */
    private static final int WRITERS = 12;

    @Bean
    DataFolder dataFolder(HubSettings settings) {
        return new DataFolder(settings.data()).open();
    }

    @Bean
    Logins logins(DataFolder folder) {
        return new Logins(folder);
    }

    /** Not before the configuration is known to be sound: a server that starts only to be stopped takes its time. */
    @Bean
    @DependsOn(ConfigWiring.OPERATORS_FILES)
    @ConditionalOnProperty(name = "hub.datasource.url", matchIfMissing = true, havingValue = "never-a-url")
    HubDatabase hubDatabase(DataFolder folder) {
        return new HubDatabase(folder);
    }

    @Bean
    @Primary
    HikariDataSource dataSource(HubSettings settings, ObjectProvider<HubDatabase> embedded) {
        HubSettings.Server external = settings.datasource();
        HikariDataSource pool = external.isExternal()
                ? HubDatabase.pool(String.valueOf(external.url()), external.user(), external.secret(), READERS)
                : embedded.getObject().pool(READERS);
        StoreSchema.migrate(pool);
        return pool;
    }

    @Bean(ROUTES)
    @DependsOn("dataSource")
    HikariDataSource routesDataSource(HubSettings settings, ObjectProvider<HubDatabase> embedded) {
        HubSettings.Server external = settings.datasource();
        return external.isExternal()
                ? HubDatabase.routesPool(String.valueOf(external.url()), external.user(), external.secret(), WRITERS)
                : embedded.getObject().routesPool(WRITERS);
    }

    /** After the pool of the hub, so that the database is there and reachable. */
    @Bean
    HubVault hubVault(
            HubSettings settings, DataFolder folder, ObjectProvider<HubDatabase> embedded, DataSource database) {
        HubSettings.Vault vault = settings.vault();
        HubSettings.Server external = settings.datasource();
        if (!external.isExternal()) {
            return HubVault.on(embedded.getObject().vaultPool(), vaultKey(vault, folder));
        }
        if (vault.username() == null) {
            LOG.warn(
                    "Unreadable answers are noted without their bytes: hub.vault.username names no role that owns"
                            + " schema {}",
                    PageVault.SCHEMA);
            return HubVault.none();
        }
        String url = String.valueOf(external.url());
        String password =
                new HubSettings.Server(url, vault.username(), vault.password(), vault.passwordFile()).secret();
        return HubVault.on(HubDatabase.vaultPool(url, vault.username(), password), vaultKey(vault, folder));
    }

    private static VaultKey vaultKey(HubSettings.Vault vault, DataFolder folder) {
        return new VaultKey(
                vault.keyFile() == null
                        ? new SecretFile(folder.file("secrets.properties")).getOrMake("vault.key", Passwords::key)
                        : HubSettings.secretIn(vault.keyFile()));
    }

    @Bean
    Answers answers(DataSource database) {
        return new Answers(database);
    }

    @Bean
    Audit audit(DataSource database) {
        return new Audit(database);
    }
}
