package in.sangam.app.wiring;

import in.sangam.feeds.reconciliation.DailyStatements;
import in.sangam.routes.flow.TimedWork;
import in.sangam.store.ExcusedDays;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hub does by itself when its time has come. */
@Configuration(proxyBeanMethods = false)
class TimedWiring {

    private static final Duration LOOK = Duration.ofMinutes(1);

    @Bean
    TimedWork statementWork(ObjectProvider<DailyStatements> statements) {
        return new TimedWork(
                "reconciliation.state", LOOK, () -> statements.getObject().makeDue());
    }

    @Bean
    TimedWork excusedWork(DataSource database) {
        ExcusedDays days = new ExcusedDays(database);
        return new TimedWork("days.excuse", Duration.ofMinutes(10), days::proposeFromOutages);
    }
}
