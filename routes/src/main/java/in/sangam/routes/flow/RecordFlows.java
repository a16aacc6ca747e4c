package in.sangam.routes.flow;

import in.sangam.kit.translate.Normaliser;
import in.sangam.routes.Queues;
import in.sangam.routes.error.GiveUp;
import in.sangam.store.Answers;
import in.sangam.store.PageStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.builder.RouteBuilder;

/** The way of a page from the edge to the store: two flows, each one broker transaction from queue to queue or table. */
public final class RecordFlows extends RouteBuilder {

    private static final int NORMALISED_AT_A_TIME = 2;

    /** One more than there are cores on a small machine: while one page waits for its commit, two are written. */
    private static final int STORED_AT_A_TIME = 3;

    private final NormalisePage normalisePage;
    private final StorePage storePage;
    private final GiveUp giveUp;

    public RecordFlows(
            KnownStreams streams,
            Normaliser normaliser,
            Answers answers,
            PageStore store,
            GiveUp giveUp,
            MeterRegistry meters) {
        this.normalisePage = new NormalisePage(streams, normaliser, answers);
        this.giveUp = giveUp;
        this.storePage = new StorePage(store, new FlowMeter(meters));
    }

    // spotless:off
    @Override
    public void configure() {
        from("jms:queue:" + Queues.PAGE_FETCHED + "?concurrentConsumers=" + NORMALISED_AT_A_TIME)
            .routeId("intake.normalise").routeConfigurationId(Queues.PAGE_FETCHED)
            .process(giveUp).id("intake.give-up-at-last-delivery")
            .process(normalisePage).id("intake.normalise-page")
            .process(new ReachSeam("before-normalised-send"))
            .to("jms:queue:" + Queues.PAGE_NORMALISED);

        from("jms:queue:" + Queues.PAGE_NORMALISED + "?concurrentConsumers=" + STORED_AT_A_TIME)
            .routeId("record.store").routeConfigurationId(Queues.PAGE_NORMALISED)
            .process(giveUp).id("record.give-up-at-last-delivery")
            .process(storePage).id("record.store-page")
            .process(new ReachSeam("after-database-commit"));
    }
    // spotless:on
}
