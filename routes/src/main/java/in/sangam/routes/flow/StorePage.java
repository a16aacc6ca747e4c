package in.sangam.routes.flow;

import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageCodec;
import in.sangam.store.PageStore;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Stores a page in one database transaction, which is committed before the broker's: a crash between repeats a no-op. */
final class StorePage implements Processor {

    private final PageStore store;
    private final FlowMeter meter;

    StorePage(PageStore store, FlowMeter meter) {
        this.store = store;
        this.meter = meter;
    }

    @Override
    public void process(Exchange exchange) {
        NormalisedPage page = decoded(exchange.getMessage().getBody(byte[].class));
        meter.stored(page.head(), store.store(page));
    }

    private static NormalisedPage decoded(byte[] bytes) {
        try {
            return PageCodec.decodeNormalised(bytes);
        } catch (IllegalArgumentException e) {
            throw NoPage.on("the way to the store", e);
        }
    }
}
