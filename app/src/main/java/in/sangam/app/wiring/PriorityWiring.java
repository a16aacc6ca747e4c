package in.sangam.app.wiring;

import in.sangam.app.data.HubDatabase;
import in.sangam.app.priority.ReadersFirst;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers before routes, and with an embedded database what answers are read from before what routes write. */
@Configuration(proxyBeanMethods = false)
class PriorityWiring {

    @Bean
    ReadersFirst readersFirst(HubSettings settings, DataSource database) {
        JdbcClient client = JdbcClient.create(database);
        return new ReadersFirst(settings.datasource().isExternal() ? List::of : () -> backends(client));
    }

    private static List<Long> backends(JdbcClient client) {
        return client.sql("select pid from pg_stat_activity where application_name = ?")
                .param(HubDatabase.FOR_ROUTES)
                .query(Long.class)
                .list();
    }
}
