package in.sangam.routes.poll;

import in.sangam.kit.Source.RestSource;
import in.sangam.kit.Transport;
import in.sangam.routes.reach.Credentials;
import java.io.IOException;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Writes the GET request of the poll's next ask. */
final class WriteRestRequest implements Processor {

    private static final byte[] NO_BODY = {};

    private final Transport.Rest transport;
    private final RestSource source;
    private final Credentials credentials;

    WriteRestRequest(Transport.Rest transport, RestSource source, Credentials credentials) {
        this.transport = transport;
        this.source = source;
        this.credentials = credentials;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        URI address = source.address(Poll.of(exchange).ask());
        Message request = exchange.getMessage();
        request.removeHeaders("*");
        request.setBody(null);
        request.setHeader(Exchange.HTTP_METHOD, "GET");
        request.setHeader(Exchange.HTTP_URI, withoutQuery(address));
        request.setHeader(Exchange.HTTP_RAW_QUERY, address.getRawQuery());
        request.setHeader("Accept", source.root() == null ? "application/json" : "application/xml, text/xml");
        transport.headers().forEach(request::setHeader);
        credentials.put(request, address, NO_BODY);
    }

    private static String withoutQuery(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
