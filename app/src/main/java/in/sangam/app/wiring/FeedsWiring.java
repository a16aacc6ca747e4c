package in.sangam.app.wiring;

import in.sangam.app.data.HubVault;
import in.sangam.app.settle.Settle;
import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.ConnectorDesk;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.FeedsConfiguration;
import in.sangam.feeds.UnreadableDesk;
import in.sangam.feeds.publication.CurrentKpis;
import in.sangam.feeds.quarantine.CodeWords;
import in.sangam.kit.Connector;
import in.sangam.kit.Sink;
import in.sangam.routes.BackfillControl;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.routes.check.PortalCheck;
import in.sangam.routes.connect.LiveConnectors;
import in.sangam.routes.deliver.Flows;
import in.sangam.routes.poll.PageSkip;
import in.sangam.store.Audit;
import in.sangam.store.PageVault;
import in.sangam.store.read.UnreadableReader;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What goes out: API and pages, and the proof of a demo. */
@Configuration(proxyBeanMethods = false)
@Import(FeedsConfiguration.class)
class FeedsWiring {

    @Bean
    FeedSettings feedSettings(HubSettings settings, ObjectProvider<LiveConnectors> connectors) {
        return new FeedSettings(
                "sandbox".equals(settings.banner()),
                () -> connectors.getObject().all().stream()
                        .map(FeedsWiring::shown)
                        .toList(),
                settings.config().resolve("places/tile-grid.csv"));
    }

    @Bean
    UnreadableDesk unreadableDesk(HubVault vault, PageSkip skips, Audit audit) {
        PageVault pages = vault.pages();
        return new UnreadableDesk() {
            @Override
            public Optional<PageVault.Opened> open(UnreadableReader.Entry page, String who, String why) {
                audit.note(who, "unreadable-page.read", name(page), why);
                return pages == null
                        ? Optional.empty()
                        : pages.open(page.portal(), page.stream(), page.contentHash(), who, why);
            }

            @Override
            public Optional<String> skip(UnreadableReader.Entry page, @Nullable String from, String who, String why) {
                return skips.skip(page, from, who, why);
            }
        };
    }

    @Bean
    ConnectorDesk connectorDesk(LiveConnectors connectors, PortalCheck check, BackfillControl backfills, Audit audit) {
        return new PersonsDesk(connectors, check, backfills, audit);
    }

    private static String name(UnreadableReader.Entry page) {
        return page.portal() + "/" + page.stream() + "/" + page.contentHash();
    }

    @Bean
    CodeWords codeWords(ObjectProvider<LiveConnectors> connectors) {
        return (portal, stream, table) -> connectors.getObject().find(portal).stream()
                .flatMap(connector -> connector.streams().stream())
                .filter(each -> each.name().equals(stream))
                .map(each -> each.translator().codes().wordsOf(table))
                .findFirst()
                .orElseGet(TreeSet::new);
    }

    @Bean
    Settle settle(
            DataSource database,
            BrokerControl broker,
            HubConfig config,
            AsOfClock clock,
            CurrentKpis kpis,
            Flows flows) {
        return new Settle(database, broker, config, clock, () -> kpis.publish(flows.of(Flows.KPI_VALUE)));
    }

    private static ConnectedPortal shown(Connector connector) {
        return new ConnectedPortal(
                connector.id(),
                connector.title().en(),
                connector.title().hi(),
                connector.owner(),
                connector.streams().stream()
                        .map(stream -> new ConnectedPortal.Stream(
                                stream.name(), connector.promise().fresh()))
                        .toList(),
                connector.sinks().stream().map(Sink::name).toList());
    }
}
