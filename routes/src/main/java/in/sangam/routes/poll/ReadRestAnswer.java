package in.sangam.routes.poll;

import in.sangam.kit.edge.UnreadablePage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the answer of an HTTP portal through the edge. */
final class ReadRestAnswer implements Processor {

    private final PolledStream polled;
    private final ReadAnswer readAnswer;

    ReadRestAnswer(PolledStream polled, ReadAnswer readAnswer) {
        this.polled = polled;
        this.readAnswer = readAnswer;
    }

    @Override
    public void process(Exchange exchange) throws UnreadablePage {
        HttpStatus.of(exchange).check(polled);
        byte[] answer = exchange.getMessage().getBody(byte[].class);
        readAnswer.read(Poll.of(exchange), answer == null ? new byte[0] : answer);
    }
}
