package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.edge.UnreadablePage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the answer of an HTTP portal through the edge. */
final class ReadRestAnswer implements Processor {

    private final PolledStream polled;
    private final CutPages cutPages;
    private final AsOfClock asOf;

    ReadRestAnswer(PolledStream polled, CutPages cutPages, AsOfClock asOf) {
        this.polled = polled;
        this.cutPages = cutPages;
        this.asOf = asOf;
    }

    @Override
    public void process(Exchange exchange) throws UnreadablePage {
        HttpStatus.of(exchange).check(polled);
        byte[] answer = exchange.getMessage().getBody(byte[].class);
        Poll poll = Poll.of(exchange);
        cutPages.take(
                poll,
                polled.stream().edge().read(poll.ask(), answer == null ? new byte[0] : answer, asOf.now()),
                asOf.now());
    }
}
