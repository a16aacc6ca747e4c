package in.sangam.routes.poll;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Keeps the bytes of a SOAP answer before anything reads them: the edge and the lineage want them as they came. */
final class KeepAnswer extends AbstractPhaseInterceptor<Message> {

    KeepAnswer() {
        super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(Message message) {
        InputStream content = message.getContent(InputStream.class);
        Exchange exchange = message.getExchange().get(Exchange.class);
        if (content == null || exchange == null) {
            return;
        }
        try {
            byte[] bytes = content.readAllBytes();
            message.setContent(InputStream.class, new ByteArrayInputStream(bytes));
            SoapAnswer.of(message, bytes).keep(exchange);
        } catch (IOException e) {
            throw new Fault(e);
        }
    }
}
