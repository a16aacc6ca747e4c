package in.sangam.feeds;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.api.ChangeStream;
import in.sangam.feeds.api.StrongEtagFilter;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.KpiSources;
import in.sangam.feeds.marks.Sources;
import in.sangam.feeds.pages.PageArgument;
import in.sangam.feeds.pages.TileGrid;
import in.sangam.feeds.publication.CorrectionDesk;
import in.sangam.feeds.publication.CurrentKpis;
import in.sangam.feeds.publication.KpiDemand;
import in.sangam.feeds.publication.MonthlyPublication;
import in.sangam.feeds.quarantine.CodeWords;
import in.sangam.feeds.quarantine.Decisions;
import in.sangam.store.Audit;
import in.sangam.store.Corrections;
import in.sangam.store.KpiPublication;
import in.sangam.store.Publications;
import in.sangam.store.Quarantine;
import in.sangam.store.RowEdits;
import in.sangam.store.StreamHealth;
import in.sangam.store.read.BalanceReader;
import in.sangam.store.read.ChangesReader;
import in.sangam.store.read.EditReader;
import in.sangam.store.read.FeedAmounts;
import in.sangam.store.read.MeasureOrigins;
import in.sangam.store.read.MeasureReader;
import in.sangam.store.read.PublishedReader;
import in.sangam.store.read.QuarantineReader;
import in.sangam.store.read.RecordReader;
import in.sangam.store.read.RecordsBehind;
import in.sangam.store.read.ReleaseReader;
import in.sangam.store.read.SignalReader;
import in.sangam.store.read.UnknownWords;
import in.sangam.store.read.UnreadableReader;
import java.time.Clock;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * Everything that goes out of the hub. The program that imports it provides a {@link DataSource}, the {@link HubConfig}, the
 * {@link AsOfClock}, the {@link FeedSettings}, the {@link CodeWords}, the {@link UnreadableDesk}
 * and the {@link ConnectorDesk}.
 */
@Configuration(proxyBeanMethods = false)
@Import(AccountabilityBeans.class)
@ComponentScan({"in.sangam.feeds.api", "in.sangam.feeds.pages"})
@PropertySource("classpath:in/sangam/feeds/feeds.properties")
public class FeedsConfiguration {

    @Bean
    FigureBoard figureBoard(DataSource database, HubConfig config, AsOfClock clock, FeedSettings settings) {
        FeedAmounts feeds = new FeedAmounts(settings::feeds, Clock.systemUTC());
        return new FigureBoard(
                new MeasureReader(database, config.places(), config.measures().shapes(), feeds), config, clock);
    }

    @Bean
    Sources sources(FeedSettings settings, DataSource database) {
        return new Sources(settings, new StreamHealth(database), InstantSource.system());
    }

    @Bean
    KpiSources kpiSources(DataSource database, Sources sources) {
        return new KpiSources(new MeasureOrigins(database), sources);
    }

    @Bean
    CurrentKpis currentKpis(
            FigureBoard board,
            HubConfig config,
            DataSource database,
            Publications publications,
            ObjectProvider<KpiDemand> demand) {
        return new CurrentKpis(
                board,
                config,
                new KpiPublication(database),
                publications,
                demand.getIfAvailable(() -> (sink, kpi) -> true));
    }

    @Bean
    Publications publications(DataSource database) {
        return new Publications(database);
    }

    @Bean
    Corrections corrections(DataSource database) {
        return new Corrections(database);
    }

    @Bean
    CorrectionDesk correctionDesk(Asked asked, Corrections corrections, DataSource database, AsOfClock clock) {
        return new CorrectionDesk(asked, corrections, new Audit(database), clock);
    }

    @Bean
    MonthlyPublication monthlyPublication(
            FigureBoard board,
            HubConfig config,
            Publications publications,
            Corrections corrections,
            DataSource database) {
        return new MonthlyPublication(board, config, publications, corrections, new Audit(database));
    }

    @Bean
    Asked asked(HubConfig config, FigureBoard board) {
        return new Asked(config, board);
    }

    @Bean
    PageArgument pageArgument(FeedSettings settings, HubConfig config) {
        return new PageArgument(settings, config.places().root());
    }

    @Bean
    TileGrid tileGrid(FeedSettings settings) {
        return TileGrid.load(settings.tileGrid());
    }

    @Bean
    BalanceReader balanceReader(DataSource database) {
        return new BalanceReader(database);
    }

    @Bean
    QuarantineReader quarantineReader(DataSource database) {
        return new QuarantineReader(database);
    }

    @Bean
    UnreadableReader unreadableReader(DataSource database) {
        return new UnreadableReader(database);
    }

    @Bean
    UnknownWords unknownWords(DataSource database) {
        return new UnknownWords(database);
    }

    @Bean
    ReleaseReader releaseReader(DataSource database) {
        return new ReleaseReader(database);
    }

    @Bean
    EditReader editReader(DataSource database) {
        return new EditReader(database);
    }

    @Bean
    Decisions decisions(HubConfig config, CodeWords words, DataSource database, EditReader edits) {
        return new Decisions(config, words, new Quarantine(database), new RowEdits(database), edits);
    }

    @Bean
    RecordReader recordReader(DataSource database) {
        return new RecordReader(database);
    }

    @Bean
    RecordsBehind recordsBehind(DataSource database, HubConfig config) {
        return new RecordsBehind(database, config.places());
    }

    @Bean
    SignalReader signalReader(DataSource database) {
        return new SignalReader(database);
    }

    @Bean
    PublishedReader publishedReader(DataSource database) {
        return new PublishedReader(database);
    }

    @Bean
    ChangesReader changesReader(DataSource database) {
        return new ChangesReader(database);
    }

    @Bean
    ChangeStream changeStream(ChangesReader changes) {
        return new ChangeStream(changes);
    }

    @Bean
    FilterRegistrationBean<StrongEtagFilter> strongEtags() {
        FilterRegistrationBean<StrongEtagFilter> registration = new FilterRegistrationBean<>(new StrongEtagFilter());
        registration.addUrlPatterns("/api/v1/*");
        return registration;
    }

    /** Keys of records hold slashes; some callers encode them. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInKeys() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.DECODE.getValue()));
    }
}
