package in.sangam.app.wiring;

import in.sangam.app.data.DataFolder;
import in.sangam.app.data.HubVault;
import in.sangam.app.data.Passwords;
import in.sangam.app.data.SecretFile;
import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.record.RecordAssembler;
import in.sangam.feeds.publication.CurrentKpis;
import in.sangam.feeds.publication.KpiDemand;
import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.kit.translate.Normaliser;
import in.sangam.routes.BackfillControl;
import in.sangam.routes.RoutesConfiguration;
import in.sangam.routes.StreamControl;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.check.LayerCheck;
import in.sangam.routes.check.PortalCheck;
import in.sangam.routes.connect.LiveConnectors;
import in.sangam.routes.deliver.Flows;
import in.sangam.routes.deliver.KpiChoice;
import in.sangam.routes.flow.TimedWork;
import in.sangam.routes.poll.PageSkip;
import in.sangam.routes.push.PushEntrance;
import in.sangam.store.Answers;
import in.sangam.store.Audit;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes, put into the Camel context before it starts. */
@Configuration(proxyBeanMethods = false)
class RoutesWiring {

    @Bean
    Flows flows(HubSettings settings, OperatorsFiles files) {
        return Flows.load(settings.config().resolve("flows"), files.connectors(), files.leftOut());
    }

    @Bean
    KpiDemand kpiDemand(HubSettings settings, HubConfig config) {
        return KpiChoice.load(
                        settings.config().resolve("flows"),
                        config.kpis().all().stream()
                                .collect(Collectors.toMap(Kpi::code, Kpi::subject, (one, other) -> one)))::asks;
    }

    @Bean
    RoutesConfiguration routes(
            HubSettings settings,
            HubConfig config,
            Answers answers,
            List<Connector> connectors,
            Flows flows,
            ConnectionFactory broker,
            @Qualifier(DataWiring.ROUTES) DataSource database,
            HubVault vault,
            CurrentKpis kpis,
            AsOfClock asOf,
            DataFolder folder,
            PortalSettings portals,
            ObjectProvider<TimedWork> timed,
            MeterRegistry meters) {
        return new RoutesConfiguration(new RoutesConfiguration.Parts(
                        broker,
                        BrokerSettings.MOST_DELIVERIES,
                        database,
                        vault.pages(),
                        connectors,
                        new Normaliser(new RecordAssembler(config.places().names(), config.rules(), answers, asOf)),
                        answers,
                        config.measures(),
                        kpis::publish,
                        flows,
                        asOf,
                        nodeName(folder),
                        period(settings),
                        settings.publishEvery(),
                        meters))
                .watching(settings.connectors(), portals)
                .doing(timed.orderedStream().toList());
    }

    @Bean
    LiveConnectors liveConnectors(RoutesConfiguration routes) {
        return routes.connectors();
    }

    @Bean
    CamelContextConfiguration routesIntoCamel(RoutesConfiguration routes) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                try {
                    routes.addTo(context);
                } catch (Exception e) {
                    throw new IllegalStateException("The routes cannot be made", e);
                }
            }

            @Override
            public void afterApplicationStart(CamelContext context) {}
        };
    }

    @Bean
    StreamControl streamControl(CamelContext context, RoutesConfiguration routes, BrokerControl broker, Audit audit) {
        return new StreamControl(context, routes.polls(), broker, audit);
    }

    @Bean
    BackfillControl backfillControl(LiveConnectors connectors, DataSource database, Audit audit, AsOfClock asOf) {
        return new BackfillControl(connectors, database, audit, asOf);
    }

    @Bean
    PushEntrance pushEntrance(CamelContext context, RoutesConfiguration routes) {
        return new PushEntrance(context, routes.pushes()::bounds);
    }

    @Bean
    PortalCheck portalCheck(RoutesConfiguration routes, AsOfClock asOf) {
        return new LayerCheck(asOf, routes.paces()::of);
    }

    @Bean
    PageSkip pageSkip(LiveConnectors connectors, DataSource database, RoutesConfiguration routes, AsOfClock asOf) {
        return new PageSkip(connectors::all, database, routes.polls(), asOf);
    }

    /** Leases name their holder: the same after a restart, so that a killed hub takes up its own at once. */
    private static String nodeName(DataFolder folder) {
        return new SecretFile(folder.file("secrets.properties"))
                .getOrMake("node.name", () -> "hub-" + Passwords.key().substring(0, 8));
    }

    private static Function<Stream, Duration> period(HubSettings settings) {
        Duration poll = settings.poll();
        return poll == null ? Stream::every : stream -> poll;
    }
}
