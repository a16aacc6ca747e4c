package in.sangam.feeds;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.feeds.marks.FeedQuality;
import in.sangam.feeds.marks.KpiSources;
import in.sangam.feeds.reconciliation.DailyStatements;
import in.sangam.feeds.reconciliation.ExcusedDesk;
import in.sangam.feeds.reconciliation.Reconciliation;
import in.sangam.feeds.reconciliation.ReconciliationDesk;
import in.sangam.feeds.reports.WeeklyReporting;
import in.sangam.store.Audit;
import in.sangam.store.Differences;
import in.sangam.store.ExcusedDays;
import in.sangam.store.Statements;
import in.sangam.store.WeeklyReports;
import in.sangam.store.read.Arrivals;
import in.sangam.store.read.FeedQualityReader;
import in.sangam.store.read.ListedRecords;
import in.sangam.store.read.PortalDueReader;
import in.sangam.store.read.ReconciliationReader;
import in.sangam.store.read.WeekReader;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reconciliation, excused days and weekly reports are made of. */
@Configuration(proxyBeanMethods = false)
class AccountabilityBeans {

    @Bean
    ReconciliationReader reconciliationReader(DataSource database) {
        return new ReconciliationReader(database);
    }

    @Bean
    Reconciliation reconciliation(ReconciliationReader reader, HubConfig config) {
        return new Reconciliation(reader, config.places());
    }

    @Bean
    Statements statements(DataSource database) {
        return new Statements(database);
    }

    @Bean
    Differences differences(DataSource database) {
        return new Differences(database);
    }

    @Bean
    ListedRecords listedRecords(DataSource database) {
        return new ListedRecords(database);
    }

    @Bean
    Arrivals arrivals(DataSource database) {
        return new Arrivals(database);
    }

    @Bean
    DailyStatements dailyStatements(
            Reconciliation reconciliation,
            Statements statements,
            Differences differences,
            FeedSettings settings,
            AsOfClock clock,
            Arrivals arrivals) {
        return new DailyStatements(reconciliation, statements, differences, settings, clock, arrivals);
    }

    @Bean
    ReconciliationDesk reconciliationDesk(
            Reconciliation reconciliation,
            DailyStatements statements,
            Differences differences,
            ReconciliationReader reader,
            ConnectorDesk connectors,
            DataSource database,
            AsOfClock clock) {
        return new ReconciliationDesk(
                reconciliation, statements, differences, reader, connectors, new Audit(database), clock);
    }

    @Bean
    ExcusedDays excusedDays(DataSource database) {
        return new ExcusedDays(database);
    }

    @Bean
    ExcusedDesk excusedDesk(ExcusedDays days, FeedSettings settings, KpiSources sources) {
        return new ExcusedDesk(days, settings, sources, Clock.systemUTC());
    }

    @Bean
    WeeklyReports weeklyReports(DataSource database) {
        return new WeeklyReports(database);
    }

    @Bean
    WeeklyReporting weeklyReporting(
            HubConfig config, WeeklyReports reports, DataSource database, AsOfClock clock, Arrivals arrivals) {
        return new WeeklyReporting(config, new WeekReader(database), reports, clock, arrivals);
    }

    @Bean
    FeedQuality feedQuality(DataSource database, FeedSettings settings) {
        return new FeedQuality(new FeedQualityReader(database), settings, Clock.systemUTC());
    }

    @Bean
    PortalDueReader portalDueReader(DataSource database) {
        return new PortalDueReader(database);
    }
}
