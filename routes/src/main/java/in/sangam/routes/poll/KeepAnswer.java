package in.sangam.routes.poll;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Keeps the bytes of a SOAP answer before anything reads them: the edge and the lineage want them as they came. */
final class KeepAnswer extends AbstractPhaseInterceptor<Message> {

    private final LastAnswer lastAnswer;

    KeepAnswer(LastAnswer lastAnswer) {
        super(Phase.RECEIVE);
        this.lastAnswer = lastAnswer;
    }

    @Override
    public void handleMessage(Message message) {
        InputStream content = message.getContent(InputStream.class);
        if (content == null) {
            return;
        }
        try {
            byte[] bytes = content.readAllBytes();
            message.setContent(InputStream.class, new ByteArrayInputStream(bytes));
            lastAnswer.keep(SoapAnswer.of(message, bytes));
        } catch (IOException e) {
            throw new Fault(e);
        }
    }
}
