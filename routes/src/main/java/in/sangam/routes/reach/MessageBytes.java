package in.sangam.routes.reach;

import in.sangam.kit.edge.Sha256;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;

/**
 * The body of a portal's message as bytes. Of headers and properties nothing goes on: nothing a sender sets can steer a route. An
 * object message is never opened: it would run code of its sender's choice.
 */
public final class MessageBytes {

    private MessageBytes() {}

    /** Returns the bytes; throws {@link UnreadablePage} for another kind of message, and for one that is larger than allowed. */
    public static byte[] of(Message message, long largest) throws JMSException, UnreadablePage {
        if (message instanceof TextMessage text) {
            String content = text.getText();
            byte[] bytes = content == null ? new byte[0] : content.getBytes(StandardCharsets.UTF_8);
            bounded(message, bytes.length, largest);
            return bytes;
        }
        if (message instanceof BytesMessage binary) {
            bounded(message, binary.getBodyLength(), largest);
            byte[] bytes = new byte[(int) binary.getBodyLength()];
            binary.readBytes(bytes);
            binary.reset();
            return bytes;
        }
        throw new UnreadablePage(
                Cause.WRONG_KIND,
                unopened(message),
                "A message is neither text nor bytes, and any other kind is refused unopened:"
                        + " have the portal send text or bytes");
    }

    private static void bounded(Message message, long bytes, long largest) throws JMSException, UnreadablePage {
        if (bytes > largest || bytes > Integer.MAX_VALUE) {
            throw new UnreadablePage(
                    Cause.TOO_LARGE,
                    unopened(message),
                    "A message of " + bytes + " bytes is larger than largest: in the connector allows");
        }
    }

    /** What is not opened is known by the id that its sender gave it, which stays when it comes again. */
    private static String unopened(Message message) throws JMSException {
        return Sha256.of(("unopened message " + message.getJMSMessageID() + " " + message.getJMSTimestamp())
                .getBytes(StandardCharsets.UTF_8));
    }
}
