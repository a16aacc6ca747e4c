package in.sangam.routes.poll;

import in.sangam.kit.Source.SoapSource;
import in.sangam.routes.reach.AddressPolicy;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.cxf.binding.soap.SoapHeader;

/** Writes the SOAP body of the poll's next ask; headers of an earlier answer are dropped, never relayed. An address that the hub never calls is refused. */
final class WriteSoapRequest implements Processor {

    private final SoapSource source;
    private final String host;
    private final LastAnswer lastAnswer;

    WriteSoapRequest(SoapSource source, String url, LastAnswer lastAnswer) {
        this.host = URI.create(url).getHost();
        this.source = source;
        this.lastAnswer = lastAnswer;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        AddressPolicy.resolve(host);
        lastAnswer.forget();
        String payload = source.payload(Poll.of(exchange).ask());
        exchange.getMessage().removeHeaders("*");
        List<Source> body = List.of(new StreamSource(new StringReader(payload)));
        exchange.getMessage().setBody(new CxfPayload<SoapHeader>(new ArrayList<>(), body, null));
    }
}
