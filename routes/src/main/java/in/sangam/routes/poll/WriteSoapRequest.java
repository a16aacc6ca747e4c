package in.sangam.routes.poll;

import in.sangam.kit.Source.SoapSource;
import in.sangam.routes.reach.AddressPolicy;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.cxf.binding.soap.SoapHeader;
import org.jspecify.annotations.Nullable;

/** Writes the SOAP body of the poll's next ask; headers of an earlier answer are dropped, never relayed. An address that the hub never calls is refused. */
final class WriteSoapRequest implements Processor {

    private final SoapSource source;
    private final String host;
    private final LastAnswer lastAnswer;
    private final @Nullable SoapSignature signature;

    /** @param signature null where the hub does not sign */
    WriteSoapRequest(SoapSource source, String url, LastAnswer lastAnswer, @Nullable SoapSignature signature) {
        this.signature = signature;
        this.host = URI.create(url).getHost();
        this.source = source;
        this.lastAnswer = lastAnswer;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        AddressPolicy.resolve(host);
        if (signature != null) {
            signature.prepare(Instant.now());
        }
        lastAnswer.forget();
        String payload = source.payload(Poll.of(exchange).ask());
        exchange.getMessage().removeHeaders("*");
        List<Source> body = List.of(new StreamSource(new StringReader(payload)));
        exchange.getMessage().setBody(new CxfPayload<SoapHeader>(new ArrayList<>(), body, null));
    }
}
