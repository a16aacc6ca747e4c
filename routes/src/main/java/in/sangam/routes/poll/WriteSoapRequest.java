package in.sangam.routes.poll;

import in.sangam.kit.Source.SoapSource;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.cxf.binding.soap.SoapHeader;

/** Writes the SOAP body of the poll's next ask; headers of an earlier answer are dropped, never relayed. */
final class WriteSoapRequest implements Processor {

    private final SoapSource source;
    private final LastAnswer lastAnswer;

    WriteSoapRequest(SoapSource source, LastAnswer lastAnswer) {
        this.source = source;
        this.lastAnswer = lastAnswer;
    }

    @Override
    public void process(Exchange exchange) {
        lastAnswer.forget();
        String payload = source.payload(Poll.of(exchange).ask());
        exchange.getMessage().removeHeaders("*");
        List<Source> body = List.of(new StreamSource(new StringReader(payload)));
        exchange.getMessage().setBody(new CxfPayload<SoapHeader>(new ArrayList<>(), body, null));
    }
}
