package in.sangam.routes.poll;

import in.sangam.kit.edge.UnreadablePage;
import in.sangam.routes.reach.TimedAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Keeps the bytes of a SOAP answer before anything reads them: the edge and the lineage want them as they came. */
final class KeepAnswer extends AbstractPhaseInterceptor<Message> {

    private final LastAnswer lastAnswer;
    private final long largest;
    private final Duration timeout;

    /**
     * @param largest most bytes of an answer
     * @param timeout longest time from its head to its end
     */
    KeepAnswer(LastAnswer lastAnswer, long largest, Duration timeout) {
        super(Phase.RECEIVE);
        addBefore(AttachmentInInterceptor.class.getName());
        this.lastAnswer = lastAnswer;
        this.largest = largest;
        this.timeout = timeout;
    }

    @Override
    public void handleMessage(Message message) {
        InputStream content = message.getContent(InputStream.class);
        if (content == null) {
            lastAnswer.keep(SoapAnswer.of(message, new byte[0]));
            return;
        }
        try {
            byte[] bytes = TimedAnswer.read(content, largest, timeout);
            message.setContent(InputStream.class, new ByteArrayInputStream(bytes));
            lastAnswer.keep(SoapAnswer.of(message, bytes));
        } catch (IOException | UnreadablePage e) {
            throw new Fault(e);
        }
    }
}
