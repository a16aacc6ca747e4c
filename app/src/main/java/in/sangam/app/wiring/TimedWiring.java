package in.sangam.app.wiring;

import in.sangam.feeds.reconciliation.DailyStatements;
import in.sangam.feeds.reports.WeeklyReporting;
import in.sangam.routes.deliver.Flows;
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

    @Bean
    TimedWork reportWork(ObjectProvider<WeeklyReporting> reports, Flows flows) {
        return new TimedWork("reports.make", LOOK, () -> reports.getObject().makeDue(flows.of(Flows.WEEKLY_REPORT)));
    }
}
