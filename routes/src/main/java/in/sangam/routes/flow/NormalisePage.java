package in.sangam.routes.flow;

import in.sangam.core.page.PageCodec;
import in.sangam.core.page.SourcePage;
import in.sangam.kit.Stream;
import in.sangam.kit.translate.Normaliser;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The Normalizer as a step: bytes of a page of rows in, bytes of a page of canonical records out. */
final class NormalisePage implements Processor {

    private final KnownStreams streams;
    private final Normaliser normaliser;

    NormalisePage(KnownStreams streams, Normaliser normaliser) {
        this.streams = streams;
        this.normaliser = normaliser;
    }

    @Override
    public void process(Exchange exchange) {
        SourcePage page = decoded(exchange.getMessage().getBody(byte[].class));
        Stream stream = streams.of(page.head());
        exchange.getMessage().setBody(PageCodec.encode(normaliser.normalise(page, stream.translator())));
    }

    private static SourcePage decoded(byte[] bytes) {
        try {
            return PageCodec.decodeSource(bytes);
        } catch (IllegalArgumentException e) {
            throw NoPage.on("the intake", e);
        }
    }
}
