package in.sangam.routes.poll;

import in.sangam.kit.Transport;
import in.sangam.kit.edge.AnswerBytes;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.routes.reach.Credentials;
import in.sangam.routes.reach.HttpPortal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Reads the answer of an HTTP portal through the edge; one that refuses a token is asked once more with a new one. */
final class ReadRestAnswer implements Processor {

    private final PolledStream polled;
    private final Transport.Rest transport;
    private final Credentials credentials;
    private final ReadAnswer readAnswer;

    ReadRestAnswer(PolledStream polled, Transport.Rest transport, Credentials credentials, ReadAnswer readAnswer) {
        this.polled = polled;
        this.transport = transport;
        this.credentials = credentials;
        this.readAnswer = readAnswer;
    }

    @Override
    public void process(Exchange exchange) throws IOException, UnreadablePage {
        Poll poll = Poll.of(exchange);
        HttpStatus status = HttpStatus.of(exchange);
        if (status.unauthorised() && poll.mayAskAgain() && credentials.renew()) {
            poll.askAgain();
            return;
        }
        status.check(polled);
        readAnswer.read(poll, body(exchange.getMessage()), link(exchange));
    }

    private byte[] body(Message message) throws IOException, UnreadablePage {
        try (InputStream body = message.getBody(InputStream.class)) {
            return body == null ? new byte[0] : AnswerBytes.read(body, transport.largest());
        }
    }

    /** A header that came more than once is one list (RFC 9110, 5.3). */
    private static @Nullable String link(Exchange exchange) {
        Object header = exchange.getMessage().getHeader(HttpPortal.LINK);
        if (header instanceof List<?> several) {
            return String.join(", ", several.stream().map(String::valueOf).toList());
        }
        return header == null ? null : header.toString();
    }
}
