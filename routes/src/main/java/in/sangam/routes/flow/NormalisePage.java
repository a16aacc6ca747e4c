package in.sangam.routes.flow;

import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageCodec;
import in.sangam.core.page.Rejection;
import in.sangam.core.page.SourcePage;
import in.sangam.kit.Stream;
import in.sangam.kit.translate.Normaliser;
import in.sangam.store.Answers;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * The Normalizer as a step: bytes of a page of rows in, bytes of a page of canonical records out. A word that nobody knows is
 * looked up once more among the answers of persons, which may have come in on another node.
 */
final class NormalisePage implements Processor {

    private final KnownStreams streams;
    private final Normaliser normaliser;
    private final Answers answers;

    NormalisePage(KnownStreams streams, Normaliser normaliser, Answers answers) {
        this.streams = streams;
        this.normaliser = normaliser;
        this.answers = answers;
    }

    @Override
    public void process(Exchange exchange) {
        SourcePage page = decoded(exchange.getMessage().getBody(byte[].class));
        exchange.getMessage().setBody(PageCodec.encode(normalised(page)));
    }

    private NormalisedPage normalised(SourcePage page) {
        while (true) {
            long before = streams.answered();
            Stream stream = streams.of(page.head());
            NormalisedPage read = normaliser.normalise(page, stream.translator());
            if (read.rejections().stream().map(Rejection::unknown).anyMatch(unknown -> unknown != null)) {
                answers.renew();
            }
            if (answers.generation() == before) {
                String hash = EffectiveHash.of(
                        stream.connectorHash(), answers.codes(page.head().portal(), page.head().stream()));
                return new NormalisedPage(page.head().readBy(hash), read.records(), read.rejections());
            }
        }
    }

    private static SourcePage decoded(byte[] bytes) {
        try {
            return PageCodec.decodeSource(bytes);
        } catch (IllegalArgumentException e) {
            throw NoPage.on("the intake", e);
        }
    }
}
