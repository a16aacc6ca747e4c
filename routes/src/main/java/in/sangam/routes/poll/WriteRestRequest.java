package in.sangam.routes.poll;

import in.sangam.kit.Source.RestSource;
import in.sangam.kit.Transport;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Writes the GET request of the poll's next ask. */
final class WriteRestRequest implements Processor {

    private final Transport.Rest transport;
    private final RestSource source;

    WriteRestRequest(Transport.Rest transport, RestSource source) {
        this.transport = transport;
        this.source = source;
    }

    @Override
    public void process(Exchange exchange) {
        URI address = source.address(Poll.of(exchange).ask());
        Message request = exchange.getMessage();
        request.removeHeaders("*");
        request.setBody(null);
        request.setHeader(Exchange.HTTP_METHOD, "GET");
        request.setHeader(Exchange.HTTP_URI, withoutQuery(address));
        request.setHeader(Exchange.HTTP_RAW_QUERY, address.getRawQuery());
        request.setHeader("Accept", "application/json");
        transport.headers().forEach(request::setHeader);
        Authorisation.put(request, transport.auth());
    }

    private static String withoutQuery(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
