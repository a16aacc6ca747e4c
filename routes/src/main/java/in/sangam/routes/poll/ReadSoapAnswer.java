package in.sangam.routes.poll;

import in.sangam.kit.edge.UnreadablePage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the bytes that a SOAP portal answered through the edge. */
final class ReadSoapAnswer implements Processor {

    private final LastAnswer lastAnswer;
    private final ReadAnswer readAnswer;

    ReadSoapAnswer(LastAnswer lastAnswer, ReadAnswer readAnswer) {
        this.lastAnswer = lastAnswer;
        this.readAnswer = readAnswer;
    }

    @Override
    public void process(Exchange exchange) throws UnreadablePage {
        SoapAnswer answer = lastAnswer.get();
        readAnswer.read(Poll.of(exchange), answer == null ? new byte[0] : answer.bytes());
    }
}
