package in.sangam.routes.error;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.springframework.jms.support.converter.MessageConversionException;
import org.springframework.jms.support.converter.MessageConverter;

/**
 * A message is bytes and nothing else. Any other kind, an object message above all, is never opened: its body is this
 * object's {@link #NO_BYTES}, which no step can read as a page.
 */
final class PageBytes implements MessageConverter {

    private static final byte[] NO_BYTES = {};

    @Override
    public Message toMessage(Object body, Session session) throws JMSException {
        if (!(body instanceof byte[] bytes)) {
            throw new MessageConversionException(
                    "Only bytes go to a queue, not " + body.getClass().getName());
        }
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(bytes);
        return message;
    }

    @Override
    public Object fromMessage(Message message) throws JMSException {
        if (!(message instanceof BytesMessage bytes)) {
            return NO_BYTES;
        }
        byte[] body = new byte[Math.toIntExact(bytes.getBodyLength())];
        bytes.readBytes(body);
        return body;
    }
}
