package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.edge.UnreadablePage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the bytes that a SOAP portal answered through the edge. */
final class ReadSoapAnswer implements Processor {

    private final PolledStream polled;
    private final LastAnswer lastAnswer;
    private final CutPages cutPages;
    private final AsOfClock asOf;

    ReadSoapAnswer(PolledStream polled, LastAnswer lastAnswer, CutPages cutPages, AsOfClock asOf) {
        this.polled = polled;
        this.lastAnswer = lastAnswer;
        this.cutPages = cutPages;
        this.asOf = asOf;
    }

    @Override
    public void process(Exchange exchange) throws UnreadablePage {
        SoapAnswer answer = lastAnswer.get();
        byte[] bytes = answer == null ? new byte[0] : answer.bytes();
        Poll poll = Poll.of(exchange);
        cutPages.take(poll, polled.stream().edge().read(poll.ask(), bytes, asOf.now()), asOf.now());
    }
}
